"""The two made-up shops: what they sell, who answers their buyers, how buyers find them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DemoProduct:
    """A product with its usual price in yuan and how often it is picked beside the others."""

    product_id: str
    title: str
    code: str
    price: int
    weight: int

    @property
    def id_and_title(self) -> tuple[str, str]:
        """How files name it."""
        return self.product_id, self.title


@dataclass(frozen=True, slots=True)
class DemoAgent:
    """A person who answers buyers: share of the shop's receptions, seconds to answer, rates in per cent."""

    name: str
    share: float
    first_sec: float
    mean_sec: float
    reply: float
    paying: float


@dataclass(frozen=True, slots=True)
class DemoShop:
    """A made-up shop; `weekly_orders` of a usual week, `minute` of the morning at which its files were exported."""

    name: str
    shop_id: str
    seed: int
    weekly_orders: int
    first_order_id: int
    minute: int
    dsr: tuple[int, int, int]
    products: tuple[DemoProduct, ...]
    agents: tuple[DemoAgent, ...]


FLAGSHIP = DemoShop(
    name="云栖木语家居旗舰店",
    shop_id="108420617",
    seed=618,
    weekly_orders=720,
    first_order_id=3_300_000_000_000_000_000,
    minute=10,
    dsr=(486, 483, 478),
    products=(
        DemoProduct("719850241635", "藤编落地灯客厅卧室北欧日式立式氛围灯", "YX-LD01", 329, 12),
        DemoProduct("719850241702", "亚麻四件套水洗棉麻床单被套裸睡床品", "YX-CP04", 399, 9),
        DemoProduct("719850242188", "胡桃木边几沙发边桌实木床头小茶几", "YX-BJ02", 459, 6),
        DemoProduct("731204417790", "榉木托盘日式长方形茶盘餐盘木质", "YX-TP01", 69, 22),
        DemoProduct("731204418023", "香薰蜡烛大豆蜡卧室安神香氛礼盒", "YX-XX03", 88, 20),
        DemoProduct("731204420916", "棉麻窗帘遮光定制客厅卧室奶油风", "YX-CL02", 218, 9),
        DemoProduct("744510038271", "羊毛地毯客厅茶几毯手工编织圆形", "YX-DT05", 268, 7),
        DemoProduct("744510039964", "陶瓷花瓶摆件客厅插花侘寂风", "YX-HP01", 128, 15),
    ),
    agents=(
        DemoAgent("小满", 0.24, 18, 31, 99.2, 37),
        DemoAgent("谷雨", 0.21, 22, 36, 98.7, 34),
        DemoAgent("白露", 0.19, 26, 43, 98.1, 32),
        DemoAgent("秋分", 0.18, 24, 39, 98.6, 33),
        DemoAgent("立夏", 0.25, 47, 78, 95.4, 25),
        DemoAgent("芒种", 0.04, 19, 34, 99.0, 34),
    ),
)

SECOND = DemoShop(
    name="云栖木语生活专营店",
    shop_id="216733905",
    seed=1111,
    weekly_orders=430,
    first_order_id=2_600_000_000_000_000_000,
    minute=40,
    dsr=(482, 480, 481),
    products=(
        DemoProduct("752018840113", "日式收纳筐棉麻布艺脏衣篮大号", "YM-SN01", 79, 20),
        DemoProduct("752018840290", "手作粗陶餐具套装家用碗盘礼盒", "YM-CJ06", 258, 9),
        DemoProduct("752018841377", "实木衣架卧室落地挂衣架简易", "YM-YJ02", 189, 10),
        DemoProduct("760331925508", "乳胶枕泰国天然橡胶护颈枕一对", "YM-ZT01", 299, 7),
        DemoProduct("760331926641", "纯棉毛巾浴巾三件套吸水", "YM-MJ03", 99, 20),
        DemoProduct("760331927015", "玻璃香薰瓶无火藤条家用卫生间", "YM-XX02", 59, 16),
        DemoProduct("768820410726", "折叠餐桌小户型家用白蜡木", "YM-CZ01", 688, 3),
    ),
    agents=(
        DemoAgent("云舟", 0.38, 21, 35, 98.9, 33),
        DemoAgent("木白", 0.34, 25, 41, 98.2, 31),
        DemoAgent("青禾", 0.28, 33, 56, 97.1, 28),
    ),
)

SHOPS = (FLAGSHIP, SECOND)
