//! Sentences as trees: each word below its head, its relation, tag, form and lemma beside it.

use crate::predict::text;
use anyhow::Result;
use firsthand_text::language::{self, Annotated, Models, Sentence, plain};
use std::path::PathBuf;

pub(super) fn show(files: &[PathBuf]) -> Result<()> {
    let models = Models::built_in();
    for file in files {
        let body = text(file)?.lines().collect::<Vec<_>>().join("\n\n");
        let read = language::annotate(&plain::report(None, &body), &models);
        for sentence in &read.sentences {
            println!("{}", read.text(sentence.span));
            tree(&read, sentence);
            println!();
        }
        for quote in &read.quotes {
            let kind = if quote.scare { "set apart" } else { "quoted" };
            println!("{kind}: {}", read.text(quote.span));
        }
    }
    Ok(())
}

fn tree(read: &Annotated, sentence: &Sentence) {
    for (i, token) in read.tokens.iter().enumerate().take(sentence.last).skip(sentence.first) {
        let (mut depth, mut up) = (1, token.head);
        while let Some(head) = up {
            depth += 1;
            up = read.tokens[head].head;
        }
        println!(
            "{:indent$}{} [{} {} {:?} {}]",
            "",
            read.word(i),
            token.relation.name(),
            token.tag.name(),
            token.form,
            token.lemma,
            indent = 2 * depth
        );
    }
}
