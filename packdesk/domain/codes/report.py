"""A verdict as the record that the command line prints and the shared vectors hold."""

from packdesk.domain.codes.verdict import Verdict

_OPTIONAL = ("weight", "volume", "tnved", "price", "mrc")


def as_record(verdict: Verdict) -> dict[str, object]:
    """The fields of a verdict by name; optional fields only where they are present."""
    record: dict[str, object] = {
        "kind": verdict.kind.value,
        "variant": None if verdict.variant is None else verdict.variant.value,
        "gtin": verdict.gtin,
        "serial": verdict.serial,
        "key": verdict.key,
        "crypto": verdict.crypto,
        "ok": verdict.ok,
        "severity": verdict.severity.name.lower(),
        "reason": None if verdict.reason is None else verdict.reason.value,
        "issues": [issue.code.value for issue in verdict.issues],
        "normalized": verdict.normalized,
    }
    for name in _OPTIONAL:
        value = getattr(verdict, name)
        if value is not None:
            record[name] = value
    return record
