"""The delivery services that the sandbox knows."""

SERVICES = (
    (51, "СДЭК"),
    (98, "Почта России"),
    (99, "Собственная служба"),
    (1005486, "Яндекс Доставка"),
)
