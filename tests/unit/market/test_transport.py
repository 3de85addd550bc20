import gzip
import logging
import threading

import httpx
import pytest

from packdesk.domain.layout import BoxLayout
from packdesk.market import transport as transport_module
from packdesk.market.calls import GET_CAMPAIGNS, UPDATE_ORDER_STATUS
from packdesk.market.transport import Transport, _Way
from packdesk.station.errors import (
    MarketAnswerUnreadable,
    MarketBusy,
    MarketKeyRejected,
    MarketOutcomeUnknown,
    MarketUnreachable,
)
from tests.unit.market.wires import KEY, NOW, REF, Recorder, answers, fails, market_of, transport_to

READS = GET_CAMPAIGNS.call()
CHANGES = UPDATE_ORDER_STATUS.call(*(REF.campaign, REF.order), order=REF.order, body=b"{}")

NOT_LEFT = [
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.LocalProtocolError,
]
LEFT = [
    httpx.ReadTimeout,
    httpx.WriteTimeout,
    httpx.ReadError,
    httpx.WriteError,
    httpx.CloseError,
    httpx.RemoteProtocolError,
]


@pytest.mark.parametrize("error", NOT_LEFT)
def test_what_did_not_leave_is_unreachable(error):
    with transport_to(fails(error)) as transport:
        for call in (READS, CHANGES):
            with pytest.raises(MarketUnreachable) as caught:
                transport.send(call)
            assert (caught.value.operation, caught.value.order) == (call.operation.name, call.order)


@pytest.mark.parametrize("error", LEFT)
def test_what_left_and_changes_something_has_an_unknown_outcome(error):
    with transport_to(fails(error)) as transport, pytest.raises(MarketOutcomeUnknown) as caught:
        transport.send(CHANGES)
    assert caught.value.order == REF.order


@pytest.mark.parametrize("error", LEFT)
def test_what_only_reads_leaves_no_doubt_behind(error):
    with transport_to(fails(error)) as transport, pytest.raises(MarketUnreachable):
        transport.send(READS)


def test_the_key_goes_as_it_is_and_only_in_its_header():
    market = Recorder(answers(200, {}))
    with transport_to(market, key=f"  {KEY}\r\n") as transport:
        transport.send(CHANGES)
    (request,) = market.requests
    assert request.headers["Api-Key"] == KEY
    assert "Authorization" not in request.headers
    assert "X-Business-Id" not in request.headers
    assert request.headers["Content-Type"] == "application/json"
    assert KEY not in str(request.url)


@pytest.mark.parametrize("key", ["", "  ", "ключ", "a\nb", "a\x00b", "ACMA:\u2026"])
def test_a_key_that_no_header_can_carry_is_rejected_before_anything_is_sent(key):
    market = Recorder(answers(200, {}))
    with transport_to(market, key=key) as transport, pytest.raises(MarketKeyRejected):
        transport.send(READS)
    assert market.requests == []


def test_the_key_is_in_no_text_and_no_log(caplog):
    with caplog.at_level(logging.DEBUG), transport_to(answers(200, {})) as transport:
        transport.send(READS)
        shown = repr(transport) + str(transport)
    assert KEY not in shown + caplog.text
    assert shown.startswith("Transport('http://127.0.0.1')")


def test_one_line_in_the_log_for_each_request_without_query_and_body(caplog):
    call = UPDATE_ORDER_STATUS.call(1, 2, query=(("pageToken", "secret"),), body=b'"01code"')
    with (
        caplog.at_level(logging.INFO, "packdesk.market"),
        transport_to(Recorder(answers(404, {}), fails(httpx.ReadError))) as transport,
    ):
        transport.send(call)
        with pytest.raises(MarketOutcomeUnknown):
            transport.send(call)
    lines = [r.getMessage() for r in caplog.records if r.name == "packdesk.market"]
    assert [line.rsplit(" ", 2)[0] for line in lines] == [
        "PUT /v2/campaigns/1/orders/2/status 404",
        "PUT /v2/campaigns/1/orders/2/status MarketOutcomeUnknown",
    ]


def test_a_call_does_not_show_its_body():
    assert "01code" not in repr(UPDATE_ORDER_STATUS.call(1, 2, body=b'"01code"'))


def test_a_redirection_is_not_followed():
    market = Recorder(answers(302, {}, headers={"location": "https://elsewhere.invalid/"}))
    with transport_to(market) as transport:
        assert transport.send(READS).status == 302
    assert len(market.requests) == 1


def test_a_used_up_operation_is_not_asked_again_before_its_time():
    headers = {
        "X-RateLimit-Resource-Remaining": "0",
        "X-RateLimit-Resource-Until": "Fri, 20 Nov 2026 09:30:00 GMT",
    }
    market = Recorder(answers(200, {}, headers=headers))
    with transport_to(market) as transport:
        transport.send(CHANGES)
        with pytest.raises(MarketBusy) as caught:
            transport.send(CHANGES)
        transport.send(READS)
    assert caught.value.retry_at is not None
    assert caught.value.retry_at.isoformat() == "2026-11-20T09:30:00+00:00"
    assert len(market.requests) == 2


def test_nothing_is_sent_after_the_end():
    with transport_to(answers(200, {})) as transport:
        transport.send(READS)
    with pytest.raises(MarketUnreachable):
        transport.send(READS)
    transport.close()


def test_a_call_that_meets_the_end_halfway_did_not_leave(monkeypatch):
    with transport_to(answers(200, {})) as transport:
        client = transport._open_client(_Way.MARKET)
        monkeypatch.setattr(transport, "_open_client", lambda _: client)
        transport.close()
        with pytest.raises(MarketUnreachable):
            transport.send(CHANGES)


def test_a_fault_of_the_program_is_not_taken_for_one_of_the_world():
    def faulty(_request: httpx.Request) -> httpx.Response:
        raise RuntimeError("a bug")

    with transport_to(faulty) as transport, pytest.raises(RuntimeError, match="a bug"):
        transport.send(CHANGES)


def test_the_client_is_made_in_the_thread_that_sends_first(monkeypatch):
    transport = Transport("http://127.0.0.1", KEY, lambda: NOW)
    makers: list[threading.Thread] = []

    def made(_way: object) -> httpx.Client:
        makers.append(threading.current_thread())
        return httpx.Client(transport=httpx.MockTransport(answers(200, {})))

    monkeypatch.setattr(transport, "_new_client", made)
    worker = threading.Thread(target=transport.send, args=(READS,))
    worker.start()
    worker.join()
    transport.send(READS)
    transport.close()
    assert makers == [worker]


def test_an_endless_answer_is_cut_off(monkeypatch):
    monkeypatch.setattr(transport_module, "LARGEST_ANSWER", 1000)
    with (
        transport_to(answers(200, raw=b"x" * 1001)) as transport,
        pytest.raises(MarketAnswerUnreadable),
    ):
        transport.send(READS)


def test_a_small_package_may_not_unfold_without_end(monkeypatch):
    monkeypatch.setattr(transport_module, "LARGEST_ANSWER", 1000)
    raw = gzip.compress(b"x" * 1_000_000)
    with (
        transport_to(answers(200, raw=raw, headers={"content-encoding": "gzip"})) as transport,
        pytest.raises(MarketAnswerUnreadable),
    ):
        transport.send(READS)


def test_a_damaged_package_is_unreadable():
    handler = answers(200, raw=b"no gzip", headers={"content-encoding": "gzip"})
    with transport_to(handler) as transport, pytest.raises(MarketAnswerUnreadable):
        transport.send(CHANGES)


def test_an_answer_that_trickles_without_end_is_given_up(monkeypatch):
    monkeypatch.setattr(transport_module, "WHOLE_ANSWER_S", -1.0)
    with transport_to(answers(200, {})) as transport:
        with pytest.raises(MarketUnreachable):
            transport.send(READS)
        with pytest.raises(MarketOutcomeUnknown):
            transport.send(CHANGES)


@pytest.mark.parametrize(
    "proxy", ["socks9://127.0.0.1:1", "socks5://127.0.0.1:1", "http://[broken"]
)
def test_a_proxy_setting_that_nobody_can_use_means_unreachable(monkeypatch, proxy):
    for name in ("http_proxy", "https_proxy", "no_proxy", "ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("all_proxy", proxy)
    transport = Transport("https://market.invalid", KEY, lambda: NOW)
    with pytest.raises(MarketUnreachable):
        transport.send(CHANGES)
    transport.close()


def test_a_refused_connection_is_unreachable(unused_port):
    transport = Transport(f"http://127.0.0.1:{unused_port}", KEY, lambda: NOW)
    with pytest.raises(MarketUnreachable):
        transport.send(CHANGES)
    transport.close()


def test_a_layout_that_met_a_broken_line_is_not_sent_twice():
    market = Recorder(fails(httpx.ReadTimeout))
    with market_of(market, attempts=3) as client, pytest.raises(MarketOutcomeUnknown):
        client.set_layout(REF, BoxLayout(boxes=()))
    assert len(market.requests) == 1
