"""Which IP addresses are public, and what a host's name spells out without being looked up.

The table is written out: what `ipaddress` calls private has changed between Python's patch releases
(https://github.com/python/cpython/issues/113171), and a guard must not change with them.
Sources: the IANA special-purpose address registries, RFC 6890 and those that updated it.
"""

from __future__ import annotations

import ipaddress
import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

_CLOSED4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carrier-grade NAT
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local, and the clouds' metadata servers
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays, withdrawn
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
# The only part of IPv6 that is given out; all else (loopback, unique local, link-local, multicast) lies outside.
_OPEN6 = IPv6Network("2000::/3")
_CLOSED6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments, Teredo among them: it carries an IPv4 address within
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: carries an IPv4 address within
        "3fff::/20",  # documentation
    )
)
# Where an IPv6-only network reaches IPv4: the last 32 bits are what is dialled in the end (RFC 6052).
_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public Internet.

    Parameters
    ----------
    address : str
        As a resolver writes it, with or without a zone (`fe80::1%eth0`).

    Raises
    ------
    ValueError
        It is no IP address.
    """
    found: IPv4Address | IPv6Address = ipaddress.ip_address(address)
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped:
            found = found.ipv4_mapped
        elif found in _NAT64:
            found = IPv4Address(int(found) & 0xFFFFFFFF)
    if isinstance(found, IPv4Address):
        return not any(found in network for network in _CLOSED4)
    return found in _OPEN6 and not any(found in network for network in _CLOSED6)


def spelled_out(host: str) -> str | None:
    """The IP address that a host's name is a spelling of; None for a name that has to be looked up.

    `127.1`, `0x7f000001`, `2130706433` and `0177.0.0.1` are all 127.0.0.1 to the C library, so they are read as it
    reads them.

    Parameters
    ----------
    host : str
        Without brackets.
    """
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    try:
        return str(IPv4Address(socket.inet_aton(host)))
    except OSError:
        return None
