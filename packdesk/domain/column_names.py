"""What people write over the columns of a table, in Russian or English, and how exact it is."""

from enum import Enum

from packdesk.domain.tracks_forms import folded


class ColumnRole(Enum):
    """What a column holds."""

    ORDER = "order"
    TRACK = "track"
    SERVICE = "service"
    EXTERNAL_ID = "external id"


_NAMES = {
    ColumnRole.ORDER: (
        "заказ маркета|номер заказа маркета|номер заказа на маркете|номер заказа в маркете|"
        "заказ яндекс маркета|номер заказа яндекс маркета|номер заказа яндекс маркет|"
        "номер заказа на яндекс маркете|market order|market order id|market order number;"
        "заказ|заказа|номер заказа|ид заказа|id заказа|код заказа|"
        "order|order id|orderid|order number|order no|order nr;"
        "посылка|номер посылки|parcel|parcel number;"
        "номер"
    ),
    ColumnRole.TRACK: (
        "трек|трек номер|трекномер|трек код|треккод|трэк|трэк номер|номер трека|трек отправления|"
        "трек номер отправления|трек посылки|трек номер посылки|трек заказа|трек номер заказа|"
        "трек сдэк|трек номер сдэк|код отслеживания|номер отслеживания|номер для отслеживания|"
        "отслеживание|шпи|рпо|почтовый идентификатор|track|tracks|track number|tracknumber|"
        "track code|trackcode|track no|tracking|tracking number|tracking code|tracking id|"
        "tracking no;"
        "номер отправления|номер накладной|накладная|идентификатор отправления|waybill|"
        "waybill number|shipment number|consignment"
    ),
    ColumnRole.SERVICE: (
        "служба|служба доставки|перевозчик|тк|транспортная|транспортная компания|"
        "курьерская служба|carrier|courier|delivery service|deliveryservice|shipping company|"
        "shipper;"
        "доставка|компания|способ доставки|delivery|service|shipping"
    ),
    ColumnRole.EXTERNAL_ID: (
        "внешний номер|внешний номер заказа|внешний id|внешний ид|внешний код|"
        "external|external id|external order id|externalorderid|externalid|external number;"
        "свой номер|свой номер заказа|ваш номер|ваш номер заказа|мой номер|номер магазина|"
        "номер заказа магазина|номер заказа в магазине|внутренний номер|own number|own id|"
        "shop number|shop order id|your order number|your order id|merchant order id"
    ),
}
"""The names of each role, the most exact first; a semicolon stands before vaguer ones."""

_MEANT = {
    name: (role, grade)
    for role, grades in _NAMES.items()
    for grade, names in enumerate(grades.split(";"))
    for name in names.split("|")
}

VAGUEST = max(grade for _, grade in _MEANT.values())
"""How exact a mere "number" is: it may as well count the lines."""


def meaning(heading: str) -> tuple[ColumnRole, int] | None:
    """What a heading says, and how vaguely, 0 and up; None where it says nothing of use."""
    return _MEANT.get(folded(heading))
