"""Scores with what stands around them."""

from tests.spreadsheets.quirk import SHOP, Quirk
from tests.spreadsheets.workbooks import xlsx

QUIRKS = (
    Quirk(
        "scores_of_jd_without_its_name.xlsx",
        "售后体验 beside 物流履约率 is JD's, out of 10, though neither file nor sheet says so",
        xlsx(["店铺|日期|总评分|售后体验|物流履约率|超过同行", f"{SHOP}|2026-06-11|9.5|9.2|98.00%|83.00%"]),
        "SELECT platform, item, score, scale FROM scores ORDER BY item",
        [
            ("京东", "售后体验", 9.2, 10.0),
            ("京东", "总评分", 9.5, 10.0),
            ("京东", "物流履约率", 0.98, 1.0),
            ("京东", "超过同行", 0.83, 1.0),
        ],
    ),
    Quirk(
        "delta_in_score_cell.xlsx",
        "4.85（+0.01） is the score 4.85",
        xlsx(
            [
                "日期|描述得分（较上日）|物流得分（较上日）|服务得分（较上日）",
                "2026-06-11|4.85（+0.01）|4.83(-0.01)|4.84（0.00）",
            ]
        ),
        "SELECT item, score FROM dsr ORDER BY item",
        [("描述", 4.85), ("服务", 4.84), ("物流", 4.83)],
    ),
    Quirk(
        "two_scores_in_one_cell.xlsx",
        "4.4/2.6 are two scores, / is no target, and every platform keeps its scale",
        xlsx(
            [
                ["", "", "", 46184, "", ""],
                "平台|店铺|服务分目标|物流分|商品分|服务分",
                ["拼多多", SHOP, "/", "4.4/2.6", 4.5, 4.6],
                ["抖音", SHOP, 90, 92, 93, 94],
                ["天猫", SHOP, 4.8, 4.7, 4.8, 4.9],
            ],
            merged=("D1:F1",),
        ),
        "SELECT platform, item, score, second_score, scale, target FROM scores WHERE item IN ('发货分', '服务分')"
        " ORDER BY ALL",
        [
            ("抖音", "服务分", 94.0, None, 100.0, 90.0),
            ("拼多多", "发货分", 4.4, 2.6, 5.0, None),
            ("拼多多", "服务分", 4.6, None, 5.0, None),
            ("淘宝天猫", "服务分", 4.9, None, 5.0, 4.8),
        ],
    ),
    Quirk(
        "scores_with_units.xlsx",
        "0.2105%, 40.42小时, 4.94分 and 超过92%同行 are a rate, seconds, a score and a rank",
        xlsx(
            [
                "日期|真实体验分|商品负反馈率|物流到货时长(小时)|同行排名",
                "2026-06-11|4.94分|0.2105%|40.42小时|超过92%同行",
            ]
        ),
        "SELECT item, score, unit FROM scores ORDER BY item",
        [
            ("同行排名", 0.92, "比率"),
            ("商品负反馈率", 0.002105, "比率"),
            ("物流到货时长", 145512.0, "秒"),
            ("真实体验分", 4.94, "分"),
        ],
    ),
    Quirk(
        "rank_as_long_fraction.xlsx",
        "a rank of 0.3208813287 and a score of 3.3955933567 are taken as they are",
        xlsx(
            [
                "数据更新日期|消费者服务体验分|同行排名|平台介入率（近30天）",
                ["2026-06-11", 3.3955933567, 0.3208813287, "0.10%"],
            ]
        ),
        "SELECT item, score, platform FROM scores ORDER BY item",
        [
            ("同行排名", 0.320881, "拼多多"),
            ("平台介入率（近30天）", 0.001, "拼多多"),
            ("消费者服务体验分", 3.395593, "拼多多"),
        ],
    ),
)
