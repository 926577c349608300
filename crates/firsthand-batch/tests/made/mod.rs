//! A small archive of fiction, written by the tests themselves.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;

/// One report of fiction.
pub(crate) struct Tale {
    pub(crate) host: &'static str,
    pub(crate) name: &'static str,
    pub(crate) outlet: &'static str,
    pub(crate) date: &'static str,
    pub(crate) title: &'static str,
    pub(crate) body: &'static [&'static str],
}

const WIRE: &[&str] = &[
    "PORT ELVER, March 5 (Tern News Agency) - A fire destroyed the old ferry terminal in Port Elver on Tuesday night and \
     injured four dock workers, the harbour police said.",
    "The flames were first seen at about 11 p.m. above the western warehouse, where paint and rope are kept, and reached the \
     terminal within half an hour, Chief Officer Maren Holt told reporters at the quay.",
    "“We could not save the roof,” Holt said. “Everybody who was inside got out.”",
    "The four injured men were taken to Saint Brannoc Hospital with burns. Two of them were released on Wednesday morning.",
    "The terminal, built in 1911, had been closed to passengers since last autumn and was to become a museum of the coast.",
];

const COUNCIL: &[&str] = &[
    "The town council of Port Elver will pay for a new ferry terminal after the fire, Mayor Ines Dorrit said on Thursday.",
    "Dorrit told the council that the work would cost 12 million crowns and begin before the end of June.",
    "Members of the opposition asked why the sprinklers in the old building had not worked when the fire broke out.",
    "The mayor said an engineer from the capital would look into it and report within three weeks.",
];

const ORCHARD: &[&str] = &[
    "Late frost has killed most of the apple blossom in the Lunn valley, growers there said on Friday.",
    "The night of April 11 was the coldest in the valley since records began, with minus seven degrees at the weather station \
     in Upper Lunn.",
    "“There will be no cider this year,” said Tomas Verrick, who owns forty hectares of trees near the river.",
    "The ministry of agriculture promised help for the growers but named no sum.",
];

const CHESS: &[&str] = &[
    "Nadia Kestrel won the northern chess championship in Hollin on Sunday after a draw in the last round.",
    "The nineteen-year-old student from Hollin finished half a point ahead of the champion of last year, Per Aldous.",
    "She said she would now take a week off and then sit her examinations in mathematics.",
];

const SHORT: &[&str] = &[
    "A fire destroyed the old ferry terminal in Port Elver on Tuesday night and injured four dock workers, the harbour police \
     said.",
    "The flames were first seen at about 11 p.m. above the western warehouse, where paint and rope are kept, and reached the \
     terminal within half an hour, Chief Officer Maren Holt told reporters at the quay.",
    "A neighbour, Ada Fenn, said she had woken from the noise and seen burning boats drift across the harbour.",
];

/// All reports, by host: two stories of one affair, a story of an orchard, one of chess.
pub(crate) const TALES: [Tale; 9] = [
    Tale {
        host: "tern.example",
        name: "fire",
        outlet: "Tern News Agency",
        date: "2031-03-05T06:10:00Z",
        title: "Fire destroys ferry terminal in Port Elver",
        body: WIRE,
    },
    Tale {
        host: "gull.example",
        name: "terminal-fire",
        outlet: "The Gull",
        date: "2031-03-05T08:00:00Z",
        title: "Fire destroys ferry terminal in Port Elver",
        body: WIRE,
    },
    Tale {
        host: "mole.example",
        name: "port-fire",
        outlet: "Mole Herald",
        date: "2031-03-05T09:30:00Z",
        title: "Four hurt as Port Elver ferry terminal burns",
        body: SHORT,
    },
    Tale {
        host: "gull.example",
        name: "council",
        outlet: "The Gull",
        date: "2031-03-07T10:00:00Z",
        title: "Port Elver council to pay for new ferry terminal",
        body: COUNCIL,
    },
    Tale {
        host: "mole.example",
        name: "council-terminal",
        outlet: "Mole Herald",
        date: "2031-03-07T12:00:00Z",
        title: "Council of Port Elver pays for new terminal",
        body: COUNCIL,
    },
    Tale {
        host: "tern.example",
        name: "frost",
        outlet: "Tern News Agency",
        date: "2031-04-12T07:00:00Z",
        title: "Frost kills apple blossom in the Lunn valley",
        body: ORCHARD,
    },
    Tale {
        host: "gull.example",
        name: "no-cider",
        outlet: "The Gull",
        date: "2031-04-12T09:00:00Z",
        title: "No cider this year: frost in the Lunn valley",
        body: ORCHARD,
    },
    Tale {
        host: "mole.example",
        name: "chess",
        outlet: "Mole Herald",
        date: "2031-03-10T18:00:00Z",
        title: "Kestrel wins northern chess championship",
        body: CHESS,
    },
    Tale {
        host: "tern.example",
        name: "chess-final",
        outlet: "Tern News Agency",
        date: "",
        title: "Student wins chess championship in Hollin",
        body: CHESS,
    },
];

impl Tale {
    /// As a page.
    pub(crate) fn html(&self) -> String {
        let date = if self.date.is_empty() {
            String::new()
        } else {
            format!("<meta property=\"article:published_time\" content=\"{}\">", self.date)
        };
        let paragraphs: String = self.body.iter().map(|p| format!("<p>{p}</p>\n")).collect();
        format!(
            "<!doctype html><html lang=\"en\"><head><title>{title}</title><meta property=\"og:site_name\" content=\"{}\">{date}\
             <link rel=\"canonical\" href=\"{}\"></head><body><article><h1>{title}</h1>\n{paragraphs}</article></body></html>",
            self.outlet,
            self.address(),
            title = self.title,
        )
    }
    /// Its address.
    pub(crate) fn address(&self) -> String {
        format!("https://{}/news/{}", self.host, self.name)
    }
}

/// A record of a web archive, a member of its own.
pub(crate) fn record(address: &str, page: &str) -> Vec<u8> {
    let http = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}");
    let record = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-04-20T00:00:00Z\r\n\
         Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{http}\r\n\r\n",
        http.len()
    );
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(record.as_bytes()).expect("memory");
    packed.finish().expect("memory")
}

/// Writes the archive: two packed web archives, one file of JSON lines. `broken`: with a record that cannot be read.
pub(crate) fn archive(folder: &Path, broken: bool) {
    fs::create_dir_all(folder).expect("a folder");
    let (first, second) = TALES.split_at(4);
    let mut bytes: Vec<u8> = first.iter().flat_map(|t| record(&t.address(), &t.html())).collect();
    // The same page once more.
    bytes.extend(record(&first[1].address(), &first[1].html()));
    if broken {
        let mut bad = record("https://tern.example/news/bad", "<p>x</p>");
        let half = bad.len() / 2;
        bad.truncate(half);
        bytes.extend(bad);
    }
    fs::write(folder.join("a.warc.gz"), bytes).expect("a file");
    let (third, rest) = second.split_at(3);
    let bytes: Vec<u8> = third.iter().flat_map(|t| record(&t.address(), &t.html())).collect();
    fs::write(folder.join("b.warc.gz"), bytes).expect("a file");
    let line = |t: &Tale| {
        serde_json::json!({"url": t.address(), "title": t.title, "date": t.date, "text": t.body.join("\n\n"), "outlet": t.outlet})
            .to_string()
    };
    let lines: Vec<String> = rest.iter().map(line).collect();
    fs::write(folder.join("c.jsonl"), lines.join("\n")).expect("a file");
    // An earlier version of a page.
    let earlier = Tale { date: "2031-03-05T07:00:00Z", body: &WIRE[..4], ..first_copy(&TALES[1]) };
    fs::write(folder.join("d.html"), earlier.html()).expect("a file");
}

fn first_copy(of: &Tale) -> Tale {
    Tale { host: of.host, name: of.name, outlet: of.outlet, date: of.date, title: of.title, body: of.body }
}
