//! The OpenAPI document: from the functions of the API and the types they give.

use super::super::asked::Asked;
use super::super::problem::{Problem, Written};
use super::super::query::{Nothing, Query};
use super::super::state::State;
use axum::extract;
use axum::response::Response;
use firsthand_core::account::Account;
use firsthand_core::check::Answer;
use schemars::JsonSchema;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::sync::Arc;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{
    ComponentsBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, Ref, RefOr, Schema,
};
use utoipa::{PartialSchema, ToResponse, ToSchema};

/// Where the schemas of the document stand.
const SCHEMAS: &str = "#/components/schemas/";

/// The document, as JSON.
pub fn document() -> Value {
    let made = super::described().split_for_parts().1;
    let mut document = serde_json::to_value(made).unwrap_or_default();
    if let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) {
        include::<Account>(schemas, "Account");
        include::<Answer>(schemas, "Answer");
        schemas.sort_keys();
    }
    document
}

/// This document
#[utoipa::path(get, path = "/api/v1/openapi.json", tag = "archive", responses(
    (status = 200, description = "OpenAPI 3.1", body = Value),
    (status = 400, response = Malformed),
))]
pub(crate) async fn openapi(
    extract::State(state): extract::State<Arc<State>>,
    asked: Asked,
    Query(Nothing {}): Query<Nothing>,
) -> Result<Response, Problem> {
    state.answer(asked, |_| super::json(&document())).await
}

/// What stands before the paths.
pub(super) fn preface() -> OpenApi {
    let info = InfoBuilder::new()
        .title("firsthand")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "Reads an archive of news reports: stories, their accounts, who has what from whom. Every statement comes \
             with its sentence and where it stands. The same archive gives the same bytes: ask again with If-None-Match \
             and the ETag. Nothing can be written.",
        ))
        .license(Some(LicenseBuilder::new().name("MIT OR Apache-2.0").identifier(Some("MIT OR Apache-2.0")).build()))
        .build();
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some("Needed where the server was started with a token"))
        .build();
    let components = ComponentsBuilder::new()
        .security_scheme("token", SecurityScheme::Http(bearer))
        .responses_from_iter([
            Malformed::response(),
            Missing::response(),
            Gone::response(),
            Senseless::response(),
            Moved::response(),
        ])
        .schema_from::<Written>()
        .build();
    let tag =
        |name: &str, description: &str| TagBuilder::new().name(name).description(Some(description)).build();
    OpenApiBuilder::new()
        .info(info)
        .tags(Some([
            tag("stories", "Stories, their accounts and lineages"),
            tag("reports", "Reports and their versions"),
            tag("search", "Words and claims"),
            tag("archive", "The archive as a whole"),
        ]))
        .security(Some([
            SecurityRequirement::default(),
            SecurityRequirement::new::<_, [&str; 0], &str>("token", []),
        ]))
        .components(Some(components))
        .build()
}

/// 400: a parameter is not known, stands twice or is no value of its type.
#[derive(ToResponse)]
#[response(
    description = "A parameter is not known, stands twice or is no value of its type",
    content_type = "application/problem+json"
)]
#[allow(dead_code)]
pub(super) struct Malformed(Written);

/// 404: there is no such thing.
#[derive(ToResponse)]
#[response(description = "There is no such thing", content_type = "application/problem+json")]
#[allow(dead_code)]
pub(super) struct Missing(Written);

/// 410: there was such a thing.
#[derive(ToResponse)]
#[response(description = "It was in the archive and is no more", content_type = "application/problem+json")]
#[allow(dead_code)]
pub(super) struct Gone(Written);

/// 422: the value of a parameter makes no sense.
#[derive(ToResponse)]
#[response(
    description = "The value of a parameter makes no sense",
    content_type = "application/problem+json"
)]
#[allow(dead_code)]
pub(super) struct Senseless(Written);

/// 308: the story was merged into another.
#[derive(ToResponse)]
#[response(description = "The story was merged into another; Location says which", headers(("Location" = String, description = "Its address")))]
#[allow(dead_code)]
pub(super) struct Moved;

/// Stands for a schema that schemars makes.
macro_rules! made_by_schemars {
    ($($stand_in:ident = $name:literal),+ $(,)?) => {$(
        #[doc = concat!("Stands for the schema of `", $name, "`.")]
        pub(super) struct $stand_in;
        impl PartialSchema for $stand_in {
            fn schema() -> RefOr<Schema> {
                RefOr::Ref(Ref::from_schema_name($name))
            }
        }
        impl ToSchema for $stand_in {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed($name)
            }
        }
    )+};
}
made_by_schemars!(
    AccountSchema = "Account",
    OriginSchema = "AccountOrigin",
    EdgeSchema = "AccountEdge",
    AnswerSchema = "Answer",
);

/// Puts the schema of a type and of all it is made of among the schemas; the parts get the name of the whole in front.
fn include<T: JsonSchema>(schemas: &mut Map<String, Value>, name: &str) {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let mut whole = settings.into_generator().into_root_schema_for::<T>().to_value();
    refer(&mut whole, name);
    let Some(object) = whole.as_object_mut() else { return };
    object.shift_remove("$schema");
    object.shift_remove("title");
    if let Some(Value::Object(parts)) = object.shift_remove("$defs") {
        for (part, schema) in parts {
            schemas.insert(format!("{name}{part}"), schema);
        }
    }
    schemas.insert(name.to_owned(), whole);
}

/// Turns references within a schema into references within the document.
fn refer(schema: &mut Value, name: &str) {
    match schema {
        Value::Object(object) => {
            if let Some(Value::String(reference)) = object.get_mut("$ref") {
                let part = reference.strip_prefix("#/$defs/").map(|part| format!("{SCHEMAS}{name}{part}"));
                *reference = part.unwrap_or_else(|| format!("{SCHEMAS}{name}"));
            }
            object.values_mut().for_each(|value| refer(value, name));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| refer(item, name)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_leads_somewhere() {
        fn references(value: &Value, found: &mut Vec<String>) {
            match value {
                Value::Object(object) => {
                    found.extend(object.get("$ref").and_then(Value::as_str).map(str::to_owned));
                    object.values().for_each(|value| references(value, found));
                }
                Value::Array(items) => items.iter().for_each(|item| references(item, found)),
                _ => {}
            }
        }
        let (document, mut found) = (document(), Vec::new());
        references(&document, &mut found);
        assert!(found.len() > 30, "{found:?}");
        for reference in found {
            let target = document.pointer(reference.trim_start_matches('#'));
            assert!(
                target.is_some_and(|target| *target != serde_json::json!({"$ref": reference})),
                "{reference}"
            );
        }
    }
}
