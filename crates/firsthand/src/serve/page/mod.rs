//! The pages of the server, until those made for people land.

/// The style sheet.
pub const STYLE: &str = "";
/// The script.
pub const SCRIPT: &str = "";

/// A page with a title and a line.
pub fn plain(title: &str, line: &str) -> String {
    let (title, line) = (crate::page::markup::text(title), crate::page::markup::text(line));
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/assets/firsthand.css\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         <p>{line}</p>\n</main>\n</body>\n</html>\n"
    )
}
