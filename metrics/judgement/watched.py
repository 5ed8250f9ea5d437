"""What is watched for anomalies, with the least that matters of each."""

from metrics.catalogue.ratings.reputation import DSR_DELIVERY, DSR_ITEM, DSR_SERVICE
from metrics.catalogue.service.service import (
    AVG_RESPONSE,
    FIRST_RESPONSE,
    INQUIRERS,
    INQUIRY_PAY_RATE,
    RECEPTIONS,
    REPLY_RATE,
)
from metrics.catalogue.trade.refunds import REFUND_AMOUNT_FINISH
from metrics.catalogue.trade.sales import AVG_ORDER_VALUE, PAY_AMOUNT, PAY_BUYERS
from metrics.catalogue.trade.traffic import CART_RATE, CHANNEL_VISITORS, PAY_CONVERSION, VISITORS
from metrics.judgement.anomaly import Watched

WATCHED = (
    Watched(VISITORS, 0.15, VISITORS, 300),
    Watched(PAY_CONVERSION, 0.15, VISITORS, 500),
    Watched(CART_RATE, 0.15, VISITORS, 500),
    Watched(PAY_BUYERS, 0.20, VISITORS, 500),
    Watched(AVG_ORDER_VALUE, 0.20, PAY_BUYERS, 20),
    Watched(PAY_AMOUNT, 0.20, VISITORS, 300),
    Watched(REFUND_AMOUNT_FINISH, 0.60, VISITORS, 300),
    Watched(FIRST_RESPONSE, 0.30, RECEPTIONS, 30),
    Watched(AVG_RESPONSE, 0.30, RECEPTIONS, 30),
    Watched(REPLY_RATE, 0.015, RECEPTIONS, 30, plain=True),
    Watched(INQUIRY_PAY_RATE, 0.25, INQUIRERS, 30),
    Watched(DSR_ITEM, 0.02, plain=True, steps=True),
    Watched(DSR_SERVICE, 0.02, plain=True, steps=True),
    Watched(DSR_DELIVERY, 0.02, plain=True, steps=True),
    Watched(CHANNEL_VISITORS, 0.25, CHANNEL_VISITORS, 100, by="channel"),
)
"""From what customers meet towards money."""
