"""Texts, ids and buyers."""

from data.formats.kinds.hashing import HASHED
from data.formats.kinds.kind import Kind
from text import Text

TEXT = Kind("TEXT", "VARCHAR", "{cell}", Text("文字", "text"))

ACCOUNT = Kind(
    "ACCOUNT",
    "VARCHAR",
    "nullif(regexp_extract({cell}, '[^:：]*$'), '')",
    Text(
        "客服账号，前面可以有店铺名和冒号，例如 云朵:小满",
        "an agent's account; the shop's name and a colon may stand before it",
    ),
    example="小满",
)
"""An agent's account, without the shop's name that some exports write before it: 云朵:小满 is 小满."""

ID = Kind(
    "ID",
    "VARCHAR",
    # A numeric cell that a spreadsheet program has rounded reaches us in scientific notation.
    "CASE WHEN try_cast({cell} AS UBIGINT)::VARCHAR = {cell} THEN {cell}"
    r" WHEN regexp_full_match({cell}, '[\d.]+[eE]\+?\d+') THEN NULL"
    r" ELSE regexp_replace(regexp_replace({cell}, '^(ID|id|订单编号|订单号)[：:]\s*|^@', ''), '^(\d+)\.0$', '\1') END",
    Text("完整的编号，例如 3601080613561638173", "a full number, such as 3601080613561638173"),
    example="3601080613561638173",
    written_as="@",
    plain_sql="CASE WHEN try_cast({cell} AS UBIGINT)::VARCHAR = {cell} THEN {cell} END",
)

BUYER = Kind(
    "BUYER",
    "UUID",
    HASHED,
    Text("买家名称", "a buyer's name"),
    example="tb20260611",
    written_as="@",
)

WORKED = Kind(
    "WORKED",
    "BOOLEAN",
    "CASE WHEN regexp_full_match(lower({cell}), '(调休|补)?(上班|班)|工作日?|working|worked|work') THEN true"
    " WHEN regexp_full_match(lower({cell}), '(放|休|补)?假|休息?|放假休息|补休|day off|off') THEN false END",
    Text("放假，或 上班（调休上班也写上班）", "放假 (off) or 上班 (working, make-up days too)"),
    example="放假",
)
"""Whether offices work on a day."""
