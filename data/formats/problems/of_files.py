"""What can be wrong with a whole file or sheet."""

from data.formats.problem import Problem
from text import Text

EMPTY_FILE = Problem(
    "empty_file",
    "error",
    Text("空文件", "Empty file"),
    Text("文件是空的。请在后台重新导出。", "The file is empty. Please export it again."),
)

UNREADABLE_FILE = Problem(
    "unreadable_file",
    "error",
    Text("打不开的文件", "Unreadable file"),
    Text(
        "这个文件打不开：它不是表格，或者已经损坏。请在后台重新导出，或用表格软件打开后另存为 xlsx。",
        "This file cannot be opened: it is no spreadsheet, or it is damaged. Export it again, or save it as xlsx.",
    ),
)

WEB_PAGE = Problem(
    "web_page",
    "error",
    Text("没有表格的网页", "A web page without a table"),
    Text(
        "这个文件其实是网页或 XML，里面没有表格。请在后台重新导出，多半是登录过期了。",
        "This file is a web page or XML without a table. Export it again; the sign-in has probably expired.",
    ),
)

BINARY_WORKBOOK = Problem(
    "binary_workbook",
    "error",
    Text("xlsb 文件", "An xlsb file"),
    Text("xlsb 读不完整，不收。请另存为 xlsx。", "An xlsb file cannot be read reliably. Please save it as xlsx."),
)

PASSWORD = Problem(
    "password",
    "error",
    Text("有密码", "Password"),
    Text("文件有密码。请输入密码再看一遍。", "The file has a password. Enter it and look again."),
)

WRONG_PASSWORD = Problem(
    "wrong_password",
    "error",
    Text("密码不对", "Wrong password"),
    Text(
        "密码不对，文件打不开。请重新输入，注意大小写。",
        "This password does not open the file. Enter it again; mind upper and lower case.",
    ),
)

LOCKED = Problem(
    "locked",
    "error",
    Text("打不开的密码", "A password that cannot be used"),
    Text(
        "带密码的 ods 打不开。请去掉密码，另存为 xlsx 再拖进来。",
        "An ods file with a password cannot be opened. Save it as xlsx without one and drop it again.",
    ),
)

LOCKED_ARCHIVE = Problem(
    "locked_archive",
    "error",
    Text("加密的压缩包", "An encrypted archive"),
    Text(
        "这个压缩包用 AES 加密，读不了。请先用密码解压，再把里面的表格拖进来。",
        "This archive is encrypted with AES, which cannot be read. Unpack it and drop the spreadsheets in it.",
    ),
)

ARCHIVE = Problem(
    "archive",
    "error",
    Text("太杂的压缩包", "An archive of too much"),
    Text(
        "压缩包里还有压缩包，或者文件超过 200 个。请先解压，再把里面的表格拖进来。",
        "The archive holds other archives, or over 200 files. Unpack it and drop the spreadsheets in it.",
    ),
)

TOO_WIDE = Problem(
    "too_wide",
    "error",
    Text("列太多的表", "Too many columns"),
    Text(
        "表里有超过 1,024 列，不像报表。请在后台重新导出，或删掉表格右边零散的内容。",
        "A sheet has over 1,024 columns, which no report has. Export it again, or delete what stands far to the right.",
    ),
)

TOO_HEAVY = Problem(
    "too_heavy",
    "error",
    Text("太大的文件", "Too heavy"),
    Text(
        "这个文件展开后太大，读不下。请按日期分几次导出，或删掉表格外零散的内容。",
        "The file is too large once unpacked. Export it in several parts by date, or delete what stands far off.",
    ),
)

TOO_SLOW = Problem(
    "too_slow",
    "error",
    Text("读得太久", "Too slow"),
    Text(
        "读得太久，已停下。请按日期分几次导出。",
        "Reading took too long and was stopped. Export it in several parts by date.",
    ),
)

NOT_RECOGNISED = Problem(
    "not_recognised",
    "error",
    Text("认不出的表", "Not recognised"),
    Text(
        "没认出是哪种报表，没有收。读到的表头：{headings}。请在「对列」里说明；目标表请在标题里写上「目标」。",
        "This sheet was not recognised and is left out. Headings read: {headings}. Say what it is under"
        " “Match columns”; a sheet of targets needs the word 目标 in its title or name.",
    ),
)

HIDDEN_SHEET = Problem(
    "hidden_sheet",
    "error",
    Text("隐藏的表", "Hidden sheet"),
    Text("这张表是隐藏的，没有收。要收就先取消隐藏。", "This sheet is hidden and is left out. Unhide it to import it."),
)

TWO_READINGS = Problem(
    "two_readings",
    "error",
    Text("分不清的表", "Two readings"),
    Text(
        "这张表既像{first}又像{second}。请在「对列」里选一次，以后同样的表头都照此读。",
        "This sheet could be {first} or {second}. Choose once under “Match columns”; it is remembered.",
    ),
)

SIBLING = Problem(
    "sibling",
    "error",
    Text("表头相同的另一种报表", "Another report with the same headings"),
    Text(
        "表头像{title}，但「{sheet}」的表头在第 {row} 行，是单个商品的报表，不能当全店的数收。请导出全店的。",
        "The headings are those of {title}, but in “{sheet}” they stand in row {row}: a report of one product,"
        " which must not pass for the whole shop. Export the shop's.",
    ),
)

FILES = (
    EMPTY_FILE,
    UNREADABLE_FILE,
    WEB_PAGE,
    BINARY_WORKBOOK,
    PASSWORD,
    WRONG_PASSWORD,
    LOCKED,
    LOCKED_ARCHIVE,
    ARCHIVE,
    TOO_WIDE,
    TOO_HEAVY,
    TOO_SLOW,
    NOT_RECOGNISED,
    HIDDEN_SHEET,
    TWO_READINGS,
    SIBLING,
)
