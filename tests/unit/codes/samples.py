"""Codes the tests of this folder start from; all come from published examples."""

from packdesk.domain.codes import NO_CONTEXT, Channel, JudgeContext, Severity, Slot, Verdict, judge

GS = "\x1d"
HASH_44 = "dGVzdGgUDZKISuwvUUiqzzWuUNnBVJhvRbOxG2W2Tg8="
HASH_88 = "Za6ZlkdG3zynfnllYpMQSrbZ7Gu+OKqJ9fCRZu+X5A7V7D7Th7ROcrRPbmLHpqV2BLI0YWuUTPYKadnk40Zjqw=="
MILK = f"0103041094787443215Qbag!{GS}93Zjqw"
MILK_WEIGHED = f"{MILK}{GS}3103000353"
BEER = f"0104610053147452215d,OiLl{GS}93dGVz"
WATER = f"010463633245536021561BtxPs9VbAP{GS}93dGVz"
BICYCLE = f'0104640088090997215tjNZHkB"<jQY{GS}91FFD0{GS}92{HASH_44}'
SHOES = f"010406047769798721QkmvHY.+O5crD{GS}918097{GS}92{HASH_88}"
SHOES_240 = f"010467003301005321gJk6o54AQBJfX{GS}2406401{GS}91ffd0{GS}92{HASH_88}"
CAMERA = f"010460780959145421m9tNPzJTWzuc9exC5/M+{GS}91EE07{GS}92{HASH_44}"
BLOCK = f"010460043993125621JgXJ5.T{GS}8005112000{GS}93Mdlr"
PACK = "00000046198488X?io+qCABm8wAYa"
FUR = "RU-430301-AAA0020659"
KI = "0104630199251318215QTSRh>4sVc+."
UIN = "6432400520931660"
GTD = "10702070/240723/3301780"
RNPT = "10702070/041123/3448134/2"


def cis(raw: str, channel: Channel = Channel.SCANNER, context: JudgeContext = NO_CONTEXT):
    """The verdict on a text where a CIS is expected."""
    return judge(raw, Slot.CIS, channel, context)


def findings(verdict: Verdict) -> list[str]:
    """What is said about a code beside the repairs."""
    return [str(issue.code) for issue in verdict.issues if issue.severity is not Severity.INFO]


def repairs(verdict: Verdict) -> list[str]:
    """What was repaired."""
    return [str(issue.code) for issue in verdict.issues if issue.severity is Severity.INFO]
