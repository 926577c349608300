//! Where requests may go.

use super::address::{Range, refused};
use super::trouble::{Kind, Trouble};
use std::net::IpAddr;
use url::{Host, Url};

/// Where requests may go: the open Internet, and what is named here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Policy {
    /// What is allowed beside the open Internet.
    pub allowed: Vec<Allowed>,
}

/// One exception.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Allowed {
    /// This host (in lower case), whatever its addresses are.
    Host(String),
    /// Addresses in this range.
    Range(Range),
}

impl Allowed {
    /// Reads a host, an address or a range such as `10.0.0.0/8`. Errors: what is wrong with it, in words.
    pub fn read(text: &str) -> Result<Allowed, String> {
        let text = text.trim();
        if text.contains('/') || text.parse::<IpAddr>().is_ok() {
            return Range::read(text).map(Allowed::Range);
        }
        match Host::parse(text) {
            Ok(Host::Domain(name)) => Ok(Allowed::Host(bare(&name).to_owned())),
            Ok(Host::Ipv4(address)) => Ok(Allowed::Range(Range::one(address.into()))),
            Ok(Host::Ipv6(address)) => Ok(Allowed::Range(Range::one(address.into()))),
            Err(_) => {
                Err(format!("{text:?} is neither a host nor an address nor a range such as 10.0.0.0/8"))
            }
        }
    }
}

/// Bytes of the longest address that is asked: no server takes longer ones.
const LONGEST: usize = 8 << 10;

impl Policy {
    /// Reads the exceptions. Errors: the first that makes no sense.
    pub fn allowing<S: AsRef<str>>(exceptions: &[S]) -> Result<Policy, String> {
        let allowed = exceptions.iter().map(|e| Allowed::read(e.as_ref())).collect::<Result<_, _>>()?;
        Ok(Policy { allowed })
    }

    /// Reads an address that is to be asked. Errors: it is no address, not of HTTP, or leads where nothing may go.
    pub fn read(&self, address: &str) -> Result<Url, Trouble> {
        let url = Url::parse(address.trim())
            .map_err(|error| Trouble::new(Kind::Address, address, format!("no address ({error})")))?;
        self.check(&url)?;
        Ok(url)
    }

    /// Whether an address may be asked, as far as it can be told without looking its host up.
    pub fn check(&self, url: &Url) -> Result<(), Trouble> {
        let wrong = |kind, message: String| Err(Trouble::new(kind, without_secret(url), message));
        if url.as_str().len() > LONGEST {
            let start: String = url.as_str().chars().take(100).collect();
            let message = format!("an address of more than {LONGEST} bytes; refused");
            return Err(Trouble::new(Kind::Address, start, message));
        }
        if !matches!(url.scheme(), "http" | "https") {
            return wrong(
                Kind::Address,
                format!("{} is not asked, only http and https; refused", url.scheme()),
            );
        }
        if !url.username().is_empty() || url.password().is_some() {
            return wrong(Kind::Address, "an address with a user or password in it; refused".into());
        }
        let literal = match url.host() {
            None | Some(Host::Domain("")) => return wrong(Kind::Address, "an address without a host".into()),
            Some(Host::Domain(_)) => return Ok(()),
            Some(Host::Ipv4(address)) => IpAddr::V4(address),
            Some(Host::Ipv6(address)) => IpAddr::V6(address),
        };
        match self.refuses(url.host_str().unwrap_or_default(), literal) {
            None => Ok(()),
            Some(what) => {
                wrong(Kind::Refused, format!("{literal} is {what}; refused (allow_private allows it)"))
            }
        }
    }

    /// Why this address of this host may not be connected to; None where it may.
    pub fn refuses(&self, host: &str, address: IpAddr) -> Option<&'static str> {
        let what = refused(address)?;
        let host = bare(host).to_ascii_lowercase();
        let allowed = self.allowed.iter().any(|a| match a {
            Allowed::Host(name) => *name == host,
            Allowed::Range(range) => range.holds(address),
        });
        (!allowed).then_some(what)
    }
}

fn bare(host: &str) -> &str {
    host.strip_suffix('.').unwrap_or(host)
}

/// The address as it may be printed.
fn without_secret(url: &Url) -> String {
    let mut url = url.clone();
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::net::{Ipv4Addr, Ipv6Addr};

    fn refusal(address: &str) -> Option<Kind> {
        Policy::default().read(address).err().map(|t| t.kind)
    }

    #[test]
    fn what_leads_inside_is_refused_in_any_notation() {
        for address in [
            "http://127.0.0.1/",
            "http://127.1/",
            "http://2130706433/",
            "http://0x7f000001/",
            "http://0177.0.0.1/",
            "http://0x7f.1/",
            "http://127.0.0.1./",
            "http://１２７.０.０.１/",
            "http://127。0。0。1/",
            "http://%31%32%37.0.0.1/",
            "http://0/",
            "http:\\\\127.0.0.1\\",
            "http:127.0.0.1",
            "http://[::1]/",
            "http://[::]/",
            "http://[0:0:0:0:0:ffff:7f00:1]/",
            "http://[::ffff:10.0.0.1]/",
            "http://[64:ff9b::10.0.0.1]/",
            "http://[2002:a00:1::]/",
            "http://[fe80::1]/",
            "http://169.254.169.254/latest/meta-data",
            "http://192.168.1.1:8080/",
        ] {
            assert_eq!(refusal(address), Some(Kind::Refused), "{address}");
        }
        for address in [
            "file:///etc/passwd",
            "ftp://news.example/",
            "gopher://news.example/",
            "http://",
            "http://[::1",
            "http://256.0.0.1/",
            "http://user@news.example/",
            "http://user:pass@news.example/",
            "http://:pass@news.example/",
            "news.example",
            "",
            &format!("http://news.example/{}", "a".repeat(9000)),
        ] {
            assert_eq!(refusal(address), Some(Kind::Address), "{address}");
        }
        for address in ["http://news.example/a?b#c", "https://8.8.8.8/", "https://[2606:4700::1111]/"] {
            assert_eq!(refusal(address), None, "{address}");
        }
    }

    #[test]
    fn what_the_config_allows_is_allowed_and_no_more() {
        let policy = Policy::allowing(&["10.1.0.0/16", "Intranet.Example.", "[::1]", "127.0.0.1"]).unwrap();
        for (address, allowed) in [
            ("http://10.1.2.3/", true),
            ("http://10.2.0.0/", false),
            ("http://127.0.0.1/", true),
            ("http://127.0.0.2/", false),
            ("http://[::1]/", true),
            ("http://[::ffff:10.1.2.3]/", false),
        ] {
            assert_eq!(policy.read(address).is_ok(), allowed, "{address}");
        }
        let inside: IpAddr = "192.168.0.9".parse().unwrap();
        assert_eq!(policy.refuses("intranet.example", inside), None);
        assert_eq!(policy.refuses("INTRANET.example.", inside), None);
        assert!(policy.refuses("other.example", inside).is_some());
        assert!(policy.refuses("an.intranet.example", inside).is_some());
        assert!(Policy::allowing(&["10.0.0.0/99"]).is_err());
        assert!(Policy::allowing(&["two words"]).is_err());
    }

    #[test]
    fn a_password_is_not_printed() {
        let trouble = Policy::default().read("http://eva:hemmelig@news.example/a").unwrap_err();
        assert!(!trouble.to_string().contains("hemmelig"), "{trouble}");
    }

    fn inside() -> impl Strategy<Value = Ipv4Addr> {
        let ranges: Vec<(u32, u8)> = super::super::address::REFUSED
            .iter()
            .filter_map(|(range, _)| match range.first {
                IpAddr::V4(first) => Some((first.to_bits(), range.prefix)),
                IpAddr::V6(_) => None,
            })
            .collect();
        (0..ranges.len(), any::<u32>()).prop_map(move |(at, noise)| {
            let (first, prefix) = ranges[at];
            let rest = u32::MAX.checked_shr(prefix.into()).unwrap_or(0);
            Ipv4Addr::from_bits(first | (noise & rest))
        })
    }

    /// Ways to write one address of IPv4.
    fn notations(address: Ipv4Addr) -> Vec<String> {
        let [a, b, c, d] = address.octets();
        let bits = address.to_bits();
        let tail = bits & 0xff_ffff;
        let half = bits & 0xffff;
        vec![
            address.to_string(),
            format!("{address}."),
            format!("{bits}"),
            format!("{bits:#x}"),
            format!("0{bits:o}"),
            format!("{a}.{tail}"),
            format!("{a}.{b}.{half}"),
            format!("0{a:o}.0{b:o}.0{c:o}.0{d:o}"),
            format!("{a:#x}.{b}.0{c:o}.{d:#X}"),
            format!("[::ffff:{address}]"),
            format!("[::{address}]"),
            format!("[64:ff9b::{address}]"),
            format!("[64:ff9b:1::{address}]"),
            format!("[::ffff:0:{address}]"),
            format!("[2002:{:x}:{:x}::1]", bits >> 16, half),
        ]
    }

    proptest! {
        #[test]
        fn no_address_in_a_refused_range_passes(address in inside(), port in 1u16..) {
            for host in notations(address) {
                let said = refusal(&format!("http://{host}:{port}/"));
                prop_assert_eq!(said, Some(Kind::Refused), "{}", host);
            }
        }

        #[test]
        fn no_address_outside_of_the_open_part_of_ipv6_passes(bits in any::<u128>()) {
            let address = Ipv6Addr::from_bits(bits);
            let open = bits >> 125 == 1;
            let said = refusal(&format!("http://[{address}]/"));
            prop_assert!(open || said == Some(Kind::Refused), "{}", address);
        }
    }
}
