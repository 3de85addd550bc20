"""Checks requests and answers against the official OpenAPI description of the Partner API.

``format: time`` is not enforced: such fields hold ``HH:MM`` by their own description.
"""

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import yaml
from jsonschema import Draft4Validator, FormatChecker

from tests.shared_files import shared

DOCUMENT = "reference/market-openapi.yaml"
ERRORS_NOT_LISTED = {405, 415, 423, 503}


class AgainstTheContract(AssertionError):
    """A request or an answer is not what the description says; the text names every place."""


def _formats() -> FormatChecker:
    checker = FormatChecker(formats=())

    def number_of(bits: int) -> Callable[[Any], bool]:
        most = 2 ** (bits - 1)
        return lambda value: not isinstance(value, int) or -most <= value < most

    def text_by(reader: Callable[[str], Any]) -> Callable[[Any], bool]:
        return lambda value: not isinstance(value, str) or bool(reader(value))

    checker.checks("int32")(number_of(32))
    checker.checks("int64")(number_of(64))
    checker.checks("date", ValueError)(text_by(date.fromisoformat))
    checker.checks("date-time", ValueError)(
        text_by(lambda text: datetime.fromisoformat(text).tzinfo is not None)
    )
    checker.checks("date-dd-MM-yyyy")(text_by(re.compile(r"\d\d-\d\d-\d{4}").fullmatch))
    checker.checks("date-dd-MM-yyyy-HH-mm-ss")(
        text_by(re.compile(r"\d\d-\d\d-\d{4} \d\d:\d\d:\d\d").fullmatch)
    )
    return checker


FORMATS = _formats()


@functools.cache
def document() -> dict[str, Any]:
    """The description, ``nullable`` told the JSON-schema way."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = shared(DOCUMENT).read_text(encoding="utf-8")
    content = yaml.load(text, Loader=loader)  # noqa: S506 - both loaders are the safe ones
    _tell_null(content)
    return dict(content)


def _tell_null(node: Any) -> None:
    if isinstance(node, dict):
        if node.get("nullable") is True and isinstance(node.get("type"), str):
            node["type"] = [node["type"], "null"]
            if "enum" in node:
                node["enum"] = [*node["enum"], None]
        for inner in node.values():
            _tell_null(inner)
    elif isinstance(node, list):
        for inner in node:
            _tell_null(inner)


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation and the path it was found by."""

    method: str
    template: str
    content: Mapping[str, Any]
    places: Mapping[str, str]

    @property
    def name(self) -> str:
        return str(self.content["operationId"])

    def parameters(self, where: str) -> dict[str, dict[str, Any]]:
        listed = (_resolved(parameter) for parameter in self.content.get("parameters", ()))
        return {entry["name"]: entry for entry in listed if entry["in"] == where}


def find_operation(method: str, path: str) -> Operation:
    """The operation of a path without query; fails if the description has none."""
    for template, methods in document()["paths"].items():
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(template))
        found = re.fullmatch(pattern, path)
        if found and method.lower() in methods:
            return Operation(method, template, methods[method.lower()], found.groupdict())
    raise AgainstTheContract(f"no operation is called by {method} {path}")


def check_request(
    method: str, path: str, query: str | Mapping[str, str] = "", body: Any = None
) -> Operation:
    """Check a request; also fails on properties that the schema does not declare.

    Args:
        method: GET, PUT, POST.
        path: With or without a query.
        query: As text or as a mapping.
        body: The JSON value; None for none.
    """
    split = urlsplit(path)
    operation = find_operation(method, split.path)
    pairs = query if isinstance(query, Mapping) else dict(parse_qsl(query or split.query))
    faults = [
        *_parameter_faults("path", operation.parameters("path"), operation.places),
        *_parameter_faults("query", operation.parameters("query"), pairs),
    ]
    described = operation.content.get("requestBody")
    if described is None:
        if body is not None:
            faults.append("body: the operation takes none")
    elif body is None:
        if described.get("required"):
            faults.append("body: is missing")
    else:
        schema = described["content"]["application/json"]["schema"]
        faults += [*_faults(schema, body), *undeclared(schema, body)]
    _fail_on(faults, f"{operation.name} request")
    return operation


def check_response(
    method: str, path: str, status: int, body: Any, *, undeclared_too: bool = False
) -> None:
    """Check an answer: the JSON value, or the bytes of a PDF."""
    if status in ERRORS_NOT_LISTED:
        schema = {"$ref": "#/components/schemas/ApiErrorResponse"}
        _fail_on(list(_faults(schema, body)), f"{method} {path} {status}")
        return
    operation = find_operation(method, urlsplit(path).path)
    described = operation.content["responses"].get(str(status))
    if described is None:
        raise AgainstTheContract(f"{operation.name} does not answer {status}")
    content = _resolved(described)["content"]
    if isinstance(body, bytes):
        if "application/pdf" not in content or not body.startswith(b"%PDF"):
            raise AgainstTheContract(f"{operation.name} {status}: no PDF")
        return
    if "application/json" not in content:
        raise AgainstTheContract(f"{operation.name} {status}: must not be JSON")
    schema = content["application/json"]["schema"]
    faults = list(_faults(schema, body))
    if undeclared_too:
        faults += undeclared(schema, body)
    _fail_on(faults, f"{operation.name} answer {status}")


def undeclared(schema: Mapping[str, Any], value: Any, place: str = "$") -> Iterator[str]:
    """The properties in a value that its schema does not know, as texts."""
    if isinstance(value, dict):
        properties = _properties(schema)
        for key, inner in value.items():
            if key not in properties:
                yield f"{place}.{key}: is not declared"
            else:
                yield from undeclared(properties[key], inner, f"{place}.{key}")
    elif isinstance(value, list):
        items = _resolved(schema).get("items", {})
        for number, inner in enumerate(value):
            yield from undeclared(items, inner, f"{place}[{number}]")


def _properties(schema: Mapping[str, Any]) -> dict[str, Any]:
    resolved = _resolved(schema)
    found = dict(resolved.get("properties", {}))
    for part in resolved.get("allOf", ()):
        found |= _properties(part)
    return found


def _parameter_faults(
    where: str, declared: Mapping[str, dict[str, Any]], given: Mapping[str, str]
) -> Iterator[str]:
    for name in given.keys() - declared.keys():
        yield f"{where} {name}: is not declared"
    for name, parameter in declared.items():
        if name not in given:
            if parameter.get("required"):
                yield f"{where} {name}: is missing"
            continue
        schema = _resolved(parameter["schema"])
        value: Any = given[name]
        if schema.get("type") == "integer" and re.fullmatch(r"-?\d+", value):
            value = int(value)
        elif schema.get("type") == "boolean":
            value = {"true": True, "false": False}.get(value, value)
        for fault in _faults(schema, value):
            yield f"{where} {name}: {fault}"


def _faults(schema: Mapping[str, Any], value: Any) -> Iterator[str]:
    whole = {"allOf": [schema], "components": document()["components"]}
    for error in Draft4Validator(whole, format_checker=FORMATS).iter_errors(value):
        yield f"{error.json_path}: {error.message}"


def _resolved(node: Mapping[str, Any]) -> dict[str, Any]:
    if "$ref" not in node:
        return dict(node)
    target: Any = document()
    for step in node["$ref"].removeprefix("#/").split("/"):
        target = target[step]
    return _resolved(target)


def _fail_on(faults: list[str], what: str) -> None:
    if faults:
        raise AgainstTheContract(f"{what}:\n  " + "\n  ".join(faults))
