"""The command line: what it takes, what it refuses, and with which exit code."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from packdesk.__main__ import main
from packdesk.codes_command import judge_lines
from tests.shared_files import shared

pytestmark = pytest.mark.usefixtures("qapp")

MILK = "0103041094787443215Qbag!\x1d93Zjqw"


def run(*args: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "packdesk", *args],
        capture_output=True,
        text=True,
        env=env,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "args",
    [
        ["--lang", "fr"],
        ["demo", "--today", "yesterday"],
        ["nonsense"],
        ["sheet"],
        ["sandbox", "--port", "many"],
    ],
)
def test_wrong_usage_ends_with_2(args: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main(args)
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize("url", ["http://example.com", "ftp://127.0.0.1", "nonsense", "https://"])
def test_an_address_that_would_give_the_key_away_is_refused(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("PACKDESK_API_KEY", "ACMA:test:00")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(["--data-dir", str(tmp_path), "--api-url", url]) == 2
    told = capsys.readouterr().err
    assert "https" in told
    assert "ACMA" not in told


def test_a_scanner_that_is_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["demo", "--scanner", "mouse", "--data-dir", str(tmp_path)]) == 2
    assert "serial:PORT" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "hint"),
    [(b"{", "JSON"), (b'{"orders": 5}', "orders"), (b'{"orders": [{}]}', "orderId")],
)
def test_an_unfit_orders_file_is_told(
    content: bytes, hint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "day.json"
    file.write_bytes(content)
    assert main(["demo", "--orders", str(file), "--data-dir", str(tmp_path / "d")]) == 2
    told = capsys.readouterr().err
    assert "Файл заказов не подходит" in told
    assert "unfit" in told
    assert hint in told


def test_without_a_screen_the_demo_says_how_to_go_on(tmp_path: Path):
    env = {"PATH": "", "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    done = run("demo", env=env)
    if sys.platform == "linux":
        assert done.returncode == 1
        assert "packdesk demo --tour" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_damaged_settings_file_is_told_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "settings.json").write_text("{broken", encoding="utf-8")
    assert main(["demo", "--data-dir", str(tmp_path)]) == 1
    assert "settings.json" in capsys.readouterr().err
    assert (tmp_path / "settings.json").read_text(encoding="utf-8") == "{broken"


def test_codes_judges_each_line_and_ends_with_1_where_one_is_bad(tmp_path: Path):
    file = tmp_path / "codes.txt"
    file.write_text(f"{MILK}\n\n4607986432618\n", encoding="utf-8")
    out = io.StringIO()
    assert judge_lines(file, jsonl=False, language="en", out=out) == 0
    assert "␝" in out.getvalue()
    file.write_text(f"{MILK}\n{MILK[:20]}\n", encoding="utf-8")
    assert judge_lines(file, jsonl=False, language="en", out=out) == 1
    assert "C_SHAPE_UNKNOWN" in out.getvalue()


def test_codes_speaks_the_language_that_is_asked_for(tmp_path: Path):
    file = tmp_path / "codes.txt"
    file.write_text(f"{MILK[:20]}\n", encoding="utf-8")
    told = {}
    for language in ("ru", "en"):
        told[language] = io.StringIO()
        judge_lines(file, jsonl=False, language=language, out=told[language])
    assert "Отсканируйте" in told["ru"].getvalue()
    assert "Scan it again" in told["en"].getvalue()


def test_codes_takes_bytes_that_are_no_text(tmp_path: Path):
    file = tmp_path / "codes.bin"
    file.write_bytes(b"\xff\xfe\x00garbage\n\x1d\x1d\n")
    assert judge_lines(file, jsonl=False, language="ru", out=io.StringIO()) == 1


def test_codes_of_a_missing_file_ends_with_2(tmp_path: Path):
    assert judge_lines(tmp_path / "none", jsonl=True, language=None) == 2


@pytest.mark.parametrize("line", ["x", "[]", '{"raw": 5}', '{"raw": "a", "slot": "b"}'])
def test_a_line_that_asks_nothing_ends_with_2(line: str, tmp_path: Path):
    file = tmp_path / "codes.jsonl"
    file.write_text(line, encoding="utf-8")
    assert judge_lines(file, jsonl=True, language=None, out=io.StringIO()) == 2


@pytest.mark.shared
def test_codes_answers_the_vectors_as_json_lines(tmp_path: Path):
    vectors = [
        json.loads(line)
        for line in shared("reference/marking-vectors.jsonl").read_text("utf-8").split("\n")
        if line
    ]
    asked = [json.dumps({key: one[key] for key in ("raw", "slot", "channel")}) for one in vectors]
    file = tmp_path / "vectors.jsonl"
    file.write_text("\n".join(asked), encoding="utf-8")
    out = io.StringIO()
    assert judge_lines(file, jsonl=True, language=None, out=out) == 1
    answers = [json.loads(line) for line in out.getvalue().split("\n") if line]
    assert len(answers) == len(vectors)
    for vector, answer in zip(vectors, answers, strict=True):
        expected = {key: value for key, value in vector["expected"].items() if key != "issues"}
        assert {key: answer.get(key) for key in expected} == expected, vector["id"]


def test_the_sheet_is_a_pdf(tmp_path: Path):
    done = run("sheet", "--out", str(tmp_path / "sheet.pdf"), "--lang", "ru")
    assert done.returncode == 0, done.stderr
    page = pypdfium2.PdfDocument(tmp_path / "sheet.pdf")[0]
    assert "Команды для сканера" in page.get_textpage().get_text_range()
    (tmp_path / "file").touch()
    assert run("sheet", "--out", str(tmp_path / "file" / "x.pdf")).returncode == 1
