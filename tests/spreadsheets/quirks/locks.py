"""Files with a password."""

from tests.spreadsheets.locked import locked, locked_archive
from tests.spreadsheets.quirk import Quirk
from tests.spreadsheets.texts import text
from tests.spreadsheets.workbooks import xlsx

ORDERS = (
    "订单编号|总金额|买家实际支付金额|订单付款时间|宝贝标题",
    "3601080613561600011|168.00|168.00|2026-06-11 10:00:00|原木餐边柜",
)
AS_CSV = text(*(row.replace("|", ",") for row in ORDERS))
READ = "SELECT order_id, total FROM orders"
ORDER = [("3601080613561600011", 168.0)]
PASSWORD = "云栖2026"

QUIRKS = (
    Quirk(
        "encrypted.xlsx",
        "of an encrypted workbook the password is asked for",
        locked(xlsx(ORDERS), PASSWORD),
        problems=("password",),
    ),
    Quirk(
        "encrypted_password_known.xlsx",
        "one of the passwords offered opens the workbook",
        locked(xlsx(ORDERS), PASSWORD),
        READ,
        ORDER,
        passwords=("123456", PASSWORD),
    ),
    Quirk(
        "encrypted_password_mistaken.xlsx",
        "a password that does not open the workbook is told as such",
        locked(xlsx(ORDERS), PASSWORD),
        problems=("wrong_password",),
        passwords=("123456",),
    ),
    Quirk(
        "encrypted_without_asking.xlsx",
        "a workbook that Excel encrypted only to protect it from changes opens without a password",
        locked(xlsx(ORDERS), "VelvetSweatshop"),
        READ,
        ORDER,
    ),
    Quirk(
        "encrypted.zip",
        "of an encrypted archive the password is asked for",
        locked_archive("orders.csv", AS_CSV, PASSWORD),
        problems=("password",),
    ),
    Quirk(
        "encrypted_password_known.zip",
        "the password offered opens the archive",
        locked_archive("orders.csv", AS_CSV, PASSWORD),
        READ,
        ORDER,
        passwords=(PASSWORD,),
    ),
)
