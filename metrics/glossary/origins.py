"""Origins: whose definition each metric follows."""

from text import Text

SYCM = Text("生意参谋指标说明", "Business Advisor's own definitions")
SERVICE_TOOLS = Text("客服绩效工具（赤兔等）", "service performance tools such as Chitu")
PLATFORM = Text("平台规则", "the platform's rules")
TRADE = Text("行业通行算法", "the trade's usual way")
HANDBOOK = Text("运营手册", "the operations handbook")
BOARD = Text("本看板自定", "this board's own")

_FOLLOWS: tuple[tuple[Text, tuple[str, ...]], ...] = (
    (
        SYCM,
        (
            "pay_amount", "pay_amount_orders", "pay_amount_report", "net_pay_amount", "net_pay_amount_report",
            "visitors", "page_views", "views_per_visitor", "views_per_visitor_daily_mean", "bounce_rate",
            "avg_stay_sec", "pay_buyers", "pay_conversion", "order_conversion", "order_pay_rate", "cart_rate",
            "consult_rate", "refund_amount_finish", "refund_amount_pay", "refund_amount_pay_report",
            "refund_rate_amount", "refund_days", "refund_days_report", "liability_rate", "silent_sales_share",
            "pickup_24h_rate", "delivery_hours", "ad_spend", "pay_items", "pay_orders", "repeat_buyer_share",
            "repeat_sales_share", "members", "members_new", "member_sales_share", "followers_new",
            "product_visitors", "product_conversion", "product_pay_amount", "product_pay_items",
            "product_bounce_rate", "product_cart_rate", "product_pay_buyers", "product_avg_stay_sec",
            "product_refund_rate_amount", "channel_visitors",
        ),
    ),
    (
        SERVICE_TOOLS,
        (
            "inquirers", "inquiry_pay_d1_rate", "inquiry_pay_final_rate", "cs_sales", "cs_avg_order_value",
            "receptions", "first_response_sec", "avg_response_sec", "reply_rate", "answer_ratio",
            "silent_conversion",
        ),
    ),
    (
        PLATFORM,
        (
            "refund_rate_30d", "dispute_refund_rate", "quality_refund_rate", "dsr_item", "dsr_service",
            "dsr_delivery", "reply_3min_rate", "reply_5min_rate", "unshipped_48h", "moving_rate",
            "product_quality_refund_rate",
        ),
    ),
    (
        TRADE,
        (
            "avg_order_value", "avg_ticket", "uv_value", "fav_cart_rate", "ad_roi", "shop_roi", "ad_cost_ratio",
            "ad_ctr", "ad_cpc", "ad_sales", "ad_impressions", "ad_clicks", "channel_share", "channel_conversion",
            "channel_pay_amount", "channel_uv_value", "product_uv_value", "time_progress", "product_ad_spend",
            "product_ad_roi", "product_avg_order_value", "product_fav_cart_rate", "stock_days",
        ),
    ),
    (
        HANDBOOK,
        (
            "seat_coverage", "late_early_count", "bad_reviews", "bad_reviews_open", "complaints_open",
            "unshipped_yday", "featured_attain", "zero_sale_items", "day_attain", "month_attain", "day_target",
            "month_target", "fault_minutes", "fault_mttr_min", "appraisal_score",
        ),
    ),
)  # fmt: skip

_BY_NAME = {name: origin for origin, names in _FOLLOWS for name in names}


def origin(name: str) -> Text:
    """Whose definition the metric of that name follows; the board's own where nobody else defines it."""
    return _BY_NAME.get(name, BOARD)
