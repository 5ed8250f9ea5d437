"""Archives whose bytes are the same on every machine and on every day."""

import io
import zipfile
from collections.abc import Mapping

Parts = Mapping[str, str | bytes]


def archive(parts: Parts) -> bytes:
    """A zip of the parts by name. They are not compressed, because compressors of two versions differ by bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as pack:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.create_system = 0
            pack.writestr(member, content)
    return made.getvalue()


def windows_archive(parts: Parts) -> bytes:
    """A zip as Chinese Windows makes it: names in GBK without a word that they are."""
    made, names = archive({}), {}
    for number, name in enumerate(parts):
        encoded = name.encode("gb18030")
        names[f"{number:0{len(encoded)}d}"] = encoded
    made = archive(dict(zip(names, parts.values(), strict=True)))
    for placeholder, encoded in names.items():
        made = made.replace(placeholder.encode(), encoded)
    return made
