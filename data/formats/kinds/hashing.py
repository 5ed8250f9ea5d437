"""How a buyer's name is hashed: HMAC-SHA256 (RFC 2104), keyed by two variables of the connection."""

MAC_KEYS = ("inner_pad", "outer_pad")
"""The connection's variables that hold the padded key."""

HASHED = (
    f"left(sha256(getvariable('{MAC_KEYS[1]}')::BLOB || unhex(sha256(getvariable('{MAC_KEYS[0]}')::BLOB"
    " || encode({cell})))), 32)::UUID"
)
"""SQL for the first 128 bits of the hash of `{cell}`: the name itself is never stored."""

_BLOCK = 64


def pads(key: bytes) -> tuple[bytes, bytes]:
    """The values of MAC_KEYS for a key of at most 64 bytes."""
    padded = key.ljust(_BLOCK, b"\0")
    return bytes(byte ^ 0x36 for byte in padded), bytes(byte ^ 0x5C for byte in padded)
