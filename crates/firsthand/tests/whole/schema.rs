//! The schema, and that what is written follows it.

use crate::fixture::{bare, ferry};
use crate::run::Run;
use serde_json::Value;

/// The errors of a value against the schema the program prints.
pub(crate) fn errors(account: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(&Run::new(["schema"]).done().stdout).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    validator.iter_errors(account).map(|e| format!("{}: {e}", e.instance_path)).collect()
}

#[test]
fn accounts_follow_the_schema() {
    for account in [ferry(), bare()] {
        assert_eq!(errors(&serde_json::to_value(account).unwrap()), Vec::<String>::new());
    }
}

#[test]
fn the_schema_refuses_what_is_no_account() {
    let mut account = serde_json::to_value(ferry()).unwrap();
    account["points"][0]["status"] = "quarrelled over".into();
    account["statements"][0]["passage"]["start"] = "0".into();
    account["story"].as_object_mut().unwrap().remove("finding");
    let errors = errors(&account);
    assert_eq!(errors.len(), 3, "{errors:?}");
}

#[test]
fn the_shape_of_the_json() {
    insta::assert_json_snapshot!(ferry());
}

#[test]
fn an_account_is_read_back_as_it_was_written() {
    let text = serde_json::to_string(&ferry()).unwrap();
    assert_eq!(serde_json::from_str::<firsthand_core::account::Account>(&text).unwrap(), ferry());
}
