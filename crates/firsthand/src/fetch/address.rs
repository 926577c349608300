//! Which addresses are of the open Internet, and which are somebody's own network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A range of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The first address of it; what lies behind the prefix is nothing.
    pub first: IpAddr,
    /// Bits that all its addresses share.
    pub prefix: u8,
}

impl Range {
    /// The range of one address.
    pub fn one(address: IpAddr) -> Range {
        Range { first: address, prefix: if address.is_ipv4() { 32 } else { 128 } }
    }

    /// Reads `10.0.0.0/8`, `fd00::/8` or a single address. Errors: what is wrong with it, in words.
    pub fn read(text: &str) -> Result<Range, String> {
        let (first, prefix) = match text.split_once('/') {
            Some((first, prefix)) => (first, Some(prefix)),
            None => (text, None),
        };
        let first: IpAddr = first.parse().map_err(|_| format!("{text:?} is no address"))?;
        let whole = Range::one(first);
        let Some(prefix) = prefix else {
            return Ok(whole);
        };
        let prefix: u8 =
            prefix.parse().ok().filter(|p| *p <= whole.prefix).ok_or_else(|| {
                format!("{text:?} has no prefix from 0 to {} behind its slash", whole.prefix)
            })?;
        Ok(Range { first, prefix })
    }

    /// Whether an address lies in it. IPv4 and IPv6 are never the same.
    pub fn holds(&self, address: IpAddr) -> bool {
        match (self.first, address) {
            (IpAddr::V4(first), IpAddr::V4(address)) => {
                same(first.to_bits().into(), address.to_bits().into(), 32, self.prefix)
            }
            (IpAddr::V6(first), IpAddr::V6(address)) => {
                same(first.to_bits(), address.to_bits(), 128, self.prefix)
            }
            _ => false,
        }
    }
}

fn same(one: u128, other: u128, width: u32, prefix: u8) -> bool {
    let rest = width - u32::from(prefix).min(width);
    // A shift by the whole width is no shift at all.
    rest >= 128 || one >> rest == other >> rest
}

const fn v4(a: u8, b: u8, c: u8, d: u8, prefix: u8) -> Range {
    Range { first: IpAddr::V4(Ipv4Addr::new(a, b, c, d)), prefix }
}

const fn v6(a: u16, b: u16, c: u16, prefix: u8) -> Range {
    Range { first: IpAddr::V6(Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0)), prefix }
}

const fn low(f: u16, g: u16, h: u16, prefix: u8) -> Range {
    Range { first: IpAddr::V6(Ipv6Addr::new(0, 0, 0, 0, f, g, h, 0)), prefix }
}

/// Ranges that are not of the open Internet (IANA's registries of special purpose addresses), narrow before wide.
pub const REFUSED: &[(Range, &str)] = &[
    (v4(0, 0, 0, 0, 32), "the unspecified address"),
    (v4(0, 0, 0, 0, 8), "an address of this network"),
    (v4(10, 0, 0, 0, 8), "a private address"),
    (v4(100, 64, 0, 0, 10), "a provider's shared address"),
    (v4(127, 0, 0, 0, 8), "a loopback address"),
    (v4(169, 254, 0, 0, 16), "a link-local address"),
    (v4(172, 16, 0, 0, 12), "a private address"),
    (v4(192, 0, 0, 0, 24), "an address for protocols"),
    (v4(192, 0, 2, 0, 24), "an address for documentation"),
    (v4(192, 88, 99, 0, 24), "a relay's address"),
    (v4(192, 168, 0, 0, 16), "a private address"),
    (v4(198, 18, 0, 0, 15), "an address for benchmarks"),
    (v4(198, 51, 100, 0, 24), "an address for documentation"),
    (v4(203, 0, 113, 0, 24), "an address for documentation"),
    (v4(224, 0, 0, 0, 4), "a multicast address"),
    (v4(255, 255, 255, 255, 32), "the broadcast address"),
    (v4(240, 0, 0, 0, 4), "a reserved address"),
    (v6(0, 0, 0, 128), "the unspecified address"),
    (Range { first: IpAddr::V6(Ipv6Addr::LOCALHOST), prefix: 128 }, "a loopback address"),
    (low(0, 0xffff, 0, 96), "an IPv4 address in IPv6"),
    (low(0xffff, 0, 0, 96), "an IPv4 address in IPv6"),
    (low(0, 0, 0, 96), "an IPv4 address in IPv6"),
    (v6(0x64, 0xff9b, 0, 96), "an IPv4 address in IPv6"),
    (v6(0x64, 0xff9b, 1, 48), "an IPv4 address in IPv6"),
    (v6(0x100, 0, 0, 64), "an address that leads nowhere"),
    (v6(0x2001, 0x2, 0, 48), "an address for benchmarks"),
    (v6(0x2001, 0, 0, 23), "an address for protocols"),
    (v6(0x2001, 0xdb8, 0, 32), "an address for documentation"),
    (v6(0x2002, 0, 0, 16), "an IPv4 address in IPv6"),
    (v6(0x3fff, 0, 0, 20), "an address for documentation"),
    (v6(0xfc00, 0, 0, 7), "a private address"),
    (v6(0xfe80, 0, 0, 10), "a link-local address"),
    (v6(0xfec0, 0, 0, 10), "a site-local address"),
    (v6(0xff00, 0, 0, 8), "a multicast address"),
];

/// All of IPv6 that is given to the open Internet.
const GLOBAL: Range = v6(0x2000, 0, 0, 3);

/// Why an address is not of the open Internet; None where it is.
pub fn refused(address: IpAddr) -> Option<&'static str> {
    if let Some((_, what)) = REFUSED.iter().find(|(range, _)| range.holds(address)) {
        return Some(what);
    }
    (address.is_ipv6() && !GLOBAL.holds(address)).then_some("a reserved address")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_range_is_refused_from_its_first_to_its_last_address() {
        let said = |a: &str| refused(a.parse().unwrap());
        for (first, last, before, behind) in [
            ("0.0.0.0", "0.255.255.255", None, Some("1.0.0.0")),
            ("10.0.0.0", "10.255.255.255", Some("9.255.255.255"), Some("11.0.0.0")),
            ("100.64.0.0", "100.127.255.255", Some("100.63.255.255"), Some("100.128.0.0")),
            ("127.0.0.0", "127.255.255.255", Some("126.255.255.255"), Some("128.0.0.0")),
            ("169.254.0.0", "169.254.255.255", Some("169.253.255.255"), Some("169.255.0.0")),
            ("172.16.0.0", "172.31.255.255", Some("172.15.255.255"), Some("172.32.0.0")),
            ("192.0.0.0", "192.0.0.255", Some("191.255.255.255"), Some("192.0.1.0")),
            ("192.0.2.0", "192.0.2.255", Some("192.0.1.255"), Some("192.0.3.0")),
            ("192.88.99.0", "192.88.99.255", Some("192.88.98.255"), Some("192.88.100.0")),
            ("192.168.0.0", "192.168.255.255", Some("192.167.255.255"), Some("192.169.0.0")),
            ("198.18.0.0", "198.19.255.255", Some("198.17.255.255"), Some("198.20.0.0")),
            ("198.51.100.0", "198.51.100.255", Some("198.51.99.255"), Some("198.51.101.0")),
            ("203.0.113.0", "203.0.113.255", Some("203.0.112.255"), Some("203.0.114.0")),
            ("224.0.0.0", "255.255.255.255", Some("223.255.255.255"), None),
            ("::", "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", None, Some("2000::")),
            ("2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", Some("2000:ffff::"), Some("2001:200::")),
            ("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", Some("2001:db7::"), Some("2001:db9::")),
            ("2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff", Some("2001:ffff::"), Some("2003::")),
            ("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", Some("3ffe::"), Some("3fff:1000::")),
            ("4000::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", Some("3fff:ffff::"), None),
        ] {
            assert!(said(first).is_some(), "{first} should be refused");
            assert!(said(last).is_some(), "{last} should be refused");
            for open in [before, behind].into_iter().flatten() {
                assert_eq!(said(open), None, "{open}");
            }
        }
    }

    #[test]
    fn each_is_called_what_it_is() {
        for (address, what) in [
            ("0.0.0.0", "the unspecified address"),
            ("127.0.0.1", "a loopback address"),
            ("169.254.169.254", "a link-local address"),
            ("100.100.100.200", "a provider's shared address"),
            ("255.255.255.255", "the broadcast address"),
            ("239.1.1.1", "a multicast address"),
            ("::", "the unspecified address"),
            ("::1", "a loopback address"),
            ("::127.0.0.1", "an IPv4 address in IPv6"),
            ("::ffff:8.8.8.8", "an IPv4 address in IPv6"),
            ("::ffff:0:10.0.0.1", "an IPv4 address in IPv6"),
            ("64:ff9b::a00:1", "an IPv4 address in IPv6"),
            ("64:ff9b:1::a00:1", "an IPv4 address in IPv6"),
            ("2002:7f00:1::", "an IPv4 address in IPv6"),
            ("2001:2::1", "an address for benchmarks"),
            ("fc00::1", "a private address"),
            ("fdff::1", "a private address"),
            ("fe80::1", "a link-local address"),
            ("febf::1", "a link-local address"),
            ("fec0::1", "a site-local address"),
            ("ff02::1", "a multicast address"),
            ("5f00::1", "a reserved address"),
        ] {
            assert_eq!(refused(address.parse().unwrap()), Some(what), "{address}");
        }
    }

    #[test]
    fn a_range_is_read() {
        for (text, inside, outside) in [
            ("10.1.0.0/16", "10.1.255.255", "10.2.0.0"),
            ("127.0.0.1", "127.0.0.1", "127.0.0.2"),
            ("0.0.0.0/0", "255.1.1.1", "::1"),
            ("::/0", "ff02::1", "1.1.1.1"),
            ("fd00::/8", "fdff::1", "fc00::1"),
        ] {
            let range = Range::read(text).unwrap();
            assert!(range.holds(inside.parse().unwrap()), "{text}");
            assert!(!range.holds(outside.parse().unwrap()), "{text}");
        }
        for wrong in ["", "10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "fd00::/129", "news.example/8"] {
            assert!(Range::read(wrong).is_err(), "{wrong}");
        }
    }
}
