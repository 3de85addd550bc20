"""The troubles of the sandbox as a client meets them, the log, and starting and stopping."""

import json
import socket
import subprocess
import sys
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx
import pytest

from packdesk.sandbox.keys import DEMO_KEY
from packdesk.sandbox.limits import Limits
from packdesk.sandbox.moments import MOSCOW, clock_on, system_clock
from packdesk.sandbox.running import Sandbox, SandboxUnavailable, serve
from packdesk.sandbox.troubles import Trouble, TroubleKind
from tests.contract.sandbox_calls import ORDERS, calls_to
from tests.unit.sandbox.days import CAMPAIGN, FakeClock, boxes, day, order, whole

BOXES = f"/v2/campaigns/{CAMPAIGN}/orders/1/boxes"
LAYOUT = boxes([whole(11, 1)])


@pytest.fixture
def sandbox():
    with Sandbox(day(), clock=FakeClock()) as running:
        yield running


@pytest.fixture
def calls(sandbox):
    with calls_to(sandbox) as caller:
        yield caller


@pytest.mark.parametrize(
    ("kind", "stored"), [(TroubleKind.DROP_BEFORE, 0), (TroubleKind.DROP_AFTER, 1)]
)
def test_a_dropped_request_has_taken_effect_or_not(sandbox, calls, kind, stored):
    sandbox.trouble = Trouble(kind, times=1, operations=frozenset({"setOrderBoxLayout"}))
    assert calls.ask("GET", "/v2/campaigns").status == 200
    with pytest.raises(httpx.TransportError):
        calls.ask("PUT", BOXES, LAYOUT)
    assert len(sandbox.world.snapshot(1).boxes) == stored
    assert calls.ask("PUT", BOXES, LAYOUT).status == 200
    assert [record.status for record in sandbox.log] == [200, 0, 200]


def test_a_busy_market_says_when_to_come_again(sandbox, calls):
    sandbox.trouble = Trouble(TroubleKind.BUSY, times=1, seconds=60)
    answer = calls.ask("POST", ORDERS, {})
    until = parsedate_to_datetime(answer.headers["X-RateLimit-Resource-Until"])
    noted = datetime.fromisoformat(sandbox.log[0].time)
    assert answer.status == 420
    assert answer.headers["X-RateLimit-Resource-Remaining"] == "0"
    assert 58 <= (until - noted).total_seconds() <= 60
    assert calls.ask("POST", ORDERS, {}).status == 200


def test_a_broken_market_answers_500_and_changes_nothing(sandbox, calls):
    sandbox.trouble = Trouble(TroubleKind.BROKEN, times=2)
    assert [calls.ask("PUT", BOXES, LAYOUT).status for _ in range(3)] == [500, 500, 200]


def test_a_revoked_key_is_refused(sandbox, calls):
    sandbox.trouble = Trouble(TroubleKind.REVOKED_KEY)
    answer = calls.ask("POST", ORDERS, {})
    assert (answer.status, answer.message) == (401, "Api-Key token is revoked")


def test_half_an_answer_is_no_json(sandbox, calls):
    sandbox.trouble = Trouble(TroubleKind.BAD_JSON, times=1)
    with pytest.raises(json.JSONDecodeError):
        calls.ask("POST", ORDERS, {})
    assert calls.ask("POST", ORDERS, {}).status == 200


def test_an_answer_of_tomorrow_is_sent(sandbox):
    sandbox.trouble = Trouble(TroubleKind.UNKNOWN_VALUES)
    told = httpx.post(
        f"{sandbox.base_url}{ORDERS}", json={}, headers={"Api-Key": DEMO_KEY}, trust_env=False
    ).json()
    assert told["orders"][0]["paymentMethod"] == "METHOD_OF_TOMORROW"
    assert told["orders"][0]["status"] == "PROCESSING"


def test_slow_answers_fill_the_parallel_limit():
    slow = Trouble(TroubleKind.SLOW, seconds=0.3)
    limits = Limits(parallel=2)
    with (
        Sandbox(day(), clock=FakeClock(), trouble=slow, limits=limits) as sandbox,
        calls_to(sandbox) as calls,
        ThreadPoolExecutor(3) as pool,
    ):
        answers = list(pool.map(lambda _: calls.ask("POST", ORDERS, {}), range(3)))
    refused = [answer for answer in answers if answer.status == 420]
    assert len(refused) == 1
    assert "Hit rate limit of 2 parallel requests for businessId" in refused[0].message


def test_the_log_holds_requests_and_answers_but_no_key(tmp_path):
    path = tmp_path / "log.jsonl"
    with (
        Sandbox(day(), clock=FakeClock(), log_path=path) as sandbox,
        calls_to(sandbox) as calls,
    ):
        calls.ask("PUT", BOXES, boxes([whole(11, 1, "0104610000000011215abc\x1d93abcd")]))
        lines = path.read_text("utf-8").splitlines()
        calls.ask(
            "GET", f"/v2/campaigns/{CAMPAIGN}/orders/1/delivery/labels", query={"format": "A9"}
        )
        calls.send("PUT", BOXES, content=b"{", headers={"Content-Type": "application/json"})
        records = sandbox.log
    assert len(lines) == 1
    text = path.read_text("utf-8")
    assert DEMO_KEY not in text
    assert DEMO_KEY.split(":")[1] not in text
    stored, labels, broken = map(json.loads, text.splitlines())
    assert stored["operation"] == "setOrderBoxLayout"
    assert stored["request"]["boxes"][0]["items"][0]["instances"][0]["cis"].count("\x1d") == 1
    assert stored["response"]["status"] == "OK"
    assert stored["key"] == "ACMA:***"
    assert labels["query"] == "format=A9"
    assert labels["response"]["pdf_bytes"] > 1000
    assert broken["request"] == "{"
    assert [record.status for record in records] == [200, 200, 400]


def test_a_log_is_appended_to(tmp_path):
    path = tmp_path / "log.jsonl"
    for _ in range(2):
        with Sandbox(day(), log_path=path) as sandbox, calls_to(sandbox) as calls:
            calls.ask("GET", "/v2/campaigns")
    assert len(path.read_text("utf-8").splitlines()) == 2


def test_what_has_happened_outlives_a_stop_and_the_port_stays():
    sandbox = Sandbox(day(), clock=FakeClock())
    with sandbox, calls_to(sandbox) as calls:
        calls.ask("PUT", BOXES, LAYOUT)
        address = sandbox.base_url
    with pytest.raises(httpx.ConnectError):
        httpx.get(address, trust_env=False)
    with sandbox, calls_to(sandbox) as calls:
        assert sandbox.base_url == address
        told = calls.ask("POST", ORDERS, {}).body["orders"][0]
    assert told["delivery"]["boxesLayout"][0]["barcode"] == "1-1"


def test_stopping_does_not_wait_for_a_slow_answer():
    slow = Trouble(TroubleKind.SLOW, times=1, seconds=3600)
    sandbox = Sandbox(day(), clock=FakeClock(), trouble=slow, limits=Limits(parallel=1))
    with sandbox, calls_to(sandbox) as calls, ThreadPoolExecutor(2) as pool:
        asked = [pool.submit(calls.ask, "POST", ORDERS, {}) for _ in range(2)]
        done, waiting = wait(asked, timeout=30, return_when=FIRST_COMPLETED)
        assert [future.result().status for future in done] == [420]
        sandbox.stop()
        late = [future.result(timeout=30).status for future in waiting]
    assert late == [200]


def test_a_caller_that_goes_away_or_stalls_disturbs_nothing(caplog):
    sandbox = Sandbox(day(), clock=FakeClock())
    head = f"PUT {BOXES} HTTP/1.1\r\nHost: sandbox\r\nContent-Length: 99\r\n\r\n{{".encode()
    with sandbox, calls_to(sandbox) as calls:
        address = ("127.0.0.1", int(sandbox.base_url.rpartition(":")[2]))
        with socket.create_connection(address) as gone:
            gone.sendall(head)
        with socket.create_connection(address) as stalled:
            stalled.sendall(head)
            assert calls.ask("POST", ORDERS, {}).status == 200
            sandbox.stop()
            assert _read_to_the_end(stalled) == b""
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def _read_to_the_end(line):
    try:
        return line.recv(100)
    except ConnectionResetError:
        return b""


def test_stopping_twice_is_harmless(sandbox):
    sandbox.stop()
    sandbox.stop()


def test_a_taken_port_is_told():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SandboxUnavailable, match=f"port {port}"):
            Sandbox(day(), port=port).start()


def test_a_log_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(OSError, match="log"):
        Sandbox(day(), log_path=tmp_path / "none" / "log.jsonl").start()


def test_the_demo_plays_on_the_day_asked_for():
    sandbox = Sandbox(today=date(2027, 1, 31))
    shipped = {sold["delivery"]["shipment"]["shipmentDate"] for sold in sandbox.orders.orders}
    assert "2027-01-31" in shipped
    assert sandbox.world._clock().astimezone(MOSCOW).year == 2027


def test_a_clock_on_another_day_runs_with_the_real_time():
    ahead = clock_on(system_clock().date() + timedelta(days=3))
    assert (ahead().date() - system_clock().date()).days in {3, 4}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ({"trouble": "gremlins"}, 2, "No trouble is called gremlins"),
        ({"orders": "bad.json"}, 2, "bad.json: is not JSON"),
        ({"port": 70000}, 1, "The sandbox cannot start"),
        ({"log_path": "none/log.jsonl"}, 1, "The sandbox cannot start"),
    ],
)
def test_a_command_that_cannot_run_says_why(tmp_path, capsys, arguments, code, words):
    (tmp_path / "bad.json").write_text("{", "utf-8")
    files = {
        name: tmp_path / value
        for name, value in arguments.items()
        if name in {"orders", "log_path"}
    }
    assert serve(**{**arguments, **files}) == code
    assert words in capsys.readouterr().err


PROGRAM = """
import _thread, sys, threading, urllib.request
from packdesk.sandbox import running

class Told:
    def write(self, text):
        sys.__stdout__.write(text)
        if text.startswith("Ctrl+C"):
            _thread.interrupt_main()
    def flush(self):
        sys.__stdout__.flush()

sys.stdout = Told()
sys.exit(running.serve(trouble="slow"))
"""


def test_ctrl_c_ends_the_command_in_peace():
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM],
        capture_output=True,
        timeout=60,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "The sandbox listens on http://127.0.0.1:" in done.stdout
    assert "The sandbox has stopped." in done.stdout


def test_a_bug_of_the_sandbox_is_an_answer_and_a_line_in_the_program_log(
    sandbox, calls, monkeypatch, caplog
):
    shops: dict[str, list[str]] = {}
    monkeypatch.setattr(sandbox.world, "campaigns", lambda: shops["no such place"])
    answer = calls.ask("GET", "/v2/campaigns")
    assert (answer.status, answer.message) == (500, "Internal server error")
    sandbox.stop()
    assert "KeyError: 'no such place'" in caplog.text
    assert sandbox.log[0].status == 500


def test_orders_are_counted_with_test_orders():
    assert Sandbox(day(order(1), order(2, fake=True))).world.order_ids() == (1, 2)
