//! Chromium without a window, and the chromedriver it is driven through.

use axum::http::Method;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;
use url::Url;

/// A browser with a profile of its own; closed when dropped.
pub(crate) struct Chrome {
    pub(crate) client: Client,
    driver: Child,
    _profile: TempDir,
}

/// How the browser is to show pages.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Screen {
    pub(crate) width: u32,
    pub(crate) dark: bool,
}

impl Chrome {
    /// Starts a browser, with or without scripts; None, and a line why, where there is none.
    pub(crate) async fn start(scripts: bool) -> Option<Chrome> {
        let browser = ["chromium", "chromium-browser", "google-chrome"].into_iter().find(|name| runs(name));
        let (Some(browser), true) = (browser, runs("chromedriver")) else {
            eprintln!("skipped: chromium and chromedriver are not installed");
            return None;
        };
        let mut driver = Command::new("chromedriver")
            .args(["--port=0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        let port = lines
            .find_map(|line| {
                let line = line.ok()?;
                let rest = line.strip_prefix("ChromeDriver was started successfully on port ")?;
                rest.trim_end_matches('.').parse::<u16>().ok()
            })
            .expect("chromedriver says its port");
        std::thread::spawn(move || lines.for_each(drop));
        let profile = TempDir::new().unwrap();
        let mut options = json!({
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
                format!("--user-data-dir={}", profile.path().display()),
            ],
            "binary": path(browser),
        });
        if !scripts {
            options["prefs"] = json!({ "profile.managed_default_content_settings.javascript": 2 });
        }
        let wanted = json!({ "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } });
        let Value::Object(capabilities) = wanted else { unreachable!() };
        let client = ClientBuilder::new(hyper())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("chromium starts");
        Some(Chrome { client, driver, _profile: profile })
    }
    /// Sets width and colours.
    pub(crate) async fn screen(&self, screen: Screen) {
        let colours = if screen.dark { "dark" } else { "light" };
        self.sized(screen.width, 800).await;
        let media =
            json!({ "media": "", "features": [{ "name": "prefers-color-scheme", "value": colours }] });
        self.devtools("Emulation.setEmulatedMedia", media).await;
    }
    /// Shows the page as it would be printed.
    pub(crate) async fn paper(&self) {
        self.sized(700, 990).await;
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": "print", "features": [] })).await;
    }
    async fn sized(&self, width: u32, height: u32) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }
    /// A picture of the whole page, up to 6,000 lines of it.
    pub(crate) async fn picture(&self, width: u32, name: &str) {
        let height = self.ask("return document.documentElement.scrollHeight").await;
        let height = height.as_u64().unwrap().clamp(400, 6_000) as u32;
        self.cut(width, height, name).await;
    }
    /// A picture of the beginning of the page, so high; how many bytes it has.
    pub(crate) async fn cut(&self, width: u32, height: u32, name: &str) -> usize {
        self.sized(width, height).await;
        let png = self.client.screenshot().await.unwrap();
        self.sized(width, 800).await;
        let folder = std::env::var_os("SCREENSHOTS").map_or_else(
            || std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots"),
            Into::into,
        );
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{name}.png")), &png).unwrap();
        png.len()
    }
    /// Clicks on something and waits for the address that is wanted: a click is over before the next page is there.
    pub(crate) async fn follow(&self, css: &str, wanted: impl Fn(&Url) -> bool) -> Url {
        self.client.find(Locator::Css(css)).await.unwrap().click().await.unwrap();
        for _ in 0..500 {
            let here = self.client.current_url().await.unwrap();
            if wanted(&here) {
                return here;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("{css} leads to {}", self.client.current_url().await.unwrap());
    }
    /// What a script gives back.
    pub(crate) async fn ask(&self, script: &str) -> Value {
        self.client.execute(script, vec![]).await.unwrap()
    }
    /// What the console said since it was last asked.
    pub(crate) async fn console(&self) -> Vec<String> {
        let log = self.client.issue_cmd(Raw("se/log", json!({ "type": "browser" }))).await.unwrap();
        let entries = log.as_array().cloned().unwrap_or_default();
        entries.iter().map(|e| e["message"].as_str().unwrap_or_default().to_owned()).collect()
    }
    async fn devtools(&self, command: &str, parameters: Value) {
        let body = json!({ "cmd": command, "params": parameters });
        self.client.issue_cmd(Raw("goog/cdp/execute", body)).await.unwrap();
    }
    /// Ends the session.
    pub(crate) async fn close(self) {
        self.client.clone().close().await.unwrap();
    }
}

impl Drop for Chrome {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

fn runs(name: &str) -> bool {
    let quiet = Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    quiet.is_ok_and(|status| status.success())
}

/// Where a program of this name is.
fn path(name: &str) -> String {
    let folders = std::env::var("PATH").unwrap_or_default();
    let found = std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|p| p.is_file());
    found.map_or_else(|| name.to_owned(), |p| p.display().to_string())
}

fn hyper() -> hyper_util::client::legacy::connect::HttpConnector {
    hyper_util::client::legacy::connect::HttpConnector::new()
}

/// A command of chromedriver's own.
#[derive(Debug)]
struct Raw(&'static str, Value);

impl WebDriverCompatibleCommand for Raw {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.0))
    }
    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.1.to_string()))
    }
}
