"""Every screen in every state that a packer can meet."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.screenshots import bench_scenes as bench
from tests.screenshots import day_scenes as day
from tests.screenshots import handover_scenes as handover
from tests.screenshots import queue_scenes as queue
from tests.screenshots import sent_scenes as sent
from tests.screenshots import setup_scenes as setup
from tests.screenshots.pretend import Pretend


@dataclass(frozen=True, slots=True)
class Scene:
    """A state of the window: what has happened in it before the picture is taken."""

    name: str
    happen: Callable[[Pretend], None]


SCENES: tuple[Scene, ...] = (
    Scene("queue-full", queue.full),
    Scene("queue-calling", queue.calling),
    Scene("queue-search", queue.searching),
    Scene("queue-filter", queue.filtering),
    Scene("queue-nothing-found", queue.nothing_found),
    Scene("queue-empty", queue.empty),
    Scene("queue-loading", queue.loading),
    Scene("queue-no-key", queue.no_key),
    Scene("queue-offline", queue.offline),
    Scene("queue-error", queue.error),
    Scene("queue-trouble", queue.trouble),
    Scene("crash", queue.crash),
    Scene("bench-free", bench.free),
    Scene("bench-single", bench.single),
    Scene("bench-five", bench.five),
    Scene("bench-picked", bench.picked),
    Scene("bench-packing", bench.packing),
    Scene("bench-sixty", bench.sixty),
    Scene("bench-parts", bench.three_parts),
    Scene("bench-many-boxes", bench.many_boxes),
    Scene("bench-question", bench.question),
    Scene("bench-which", bench.which_item),
    Scene("bench-how-many", bench.how_many),
    Scene("bench-into-parts", bench.into_parts),
    Scene("bench-problem", bench.problem),
    Scene("bench-removal", bench.removal),
    Scene("bench-cancelling", bench.cancelling),
    Scene("bench-cannot-remove", bench.cannot_remove),
    Scene("bench-why-aside", bench.why_aside),
    Scene("bench-put-aside", bench.put_aside),
    Scene("bench-changed", bench.changed),
    Scene("bench-boxes-elsewhere", bench.boxes_elsewhere),
    Scene("bench-cancelled", bench.cancelled),
    Scene("bench-piece-out", bench.piece_out),
    Scene("bench-country", bench.country),
    Scene("bench-uin", bench.uin),
    Scene("bench-refused", bench.refused),
    Scene("bench-accepted", bench.accepted),
    Scene("bench-complete", bench.complete),
    Scene("bench-problems", bench.problems),
    Scene("bench-doubtful", bench.doubtful),
    Scene("bench-teach", bench.teach),
    Scene("bench-sending", bench.sending),
    Scene("bench-did-it-print", bench.did_it_print),
    Scene("bench-market-said-no", bench.market_said_no),
    Scene("bench-code-refused", bench.code_refused),
    Scene("bench-another-piece", bench.another_piece),
    Scene("bench-external-id", bench.external_id),
    Scene("bench-done", bench.done),
    Scene("bench-read-only", bench.read_only),
    Scene("bench-stopped", bench.stopped),
    Scene("sent-full", sent.full),
    *(
        Scene(f"sent-refusals-{place}", partial(sent.refusals, rows))
        for place, rows in enumerate(sent.REFUSALS, start=1)
    ),
    Scene("sent-empty", sent.empty),
    Scene("sent-offline", sent.offline),
    Scene("sent-not-found", sent.not_found),
    Scene("sent-refused-code", sent.refused_code),
    Scene("sent-did-it-print", sent.did_it_print),
    Scene("sent-other-track", sent.other_track),
    Scene("sent-done", sent.done),
    *(
        Scene(f"handover-{name}", partial(handover.shown, happen))
        for name, happen in handover.STATES.items()
    ),
    *(
        Scene(f"shipments-{name}", partial(day.shipments, happen))
        for name, happen in day.SHIPMENTS.items()
    ),
    *(
        Scene(f"courier-{name}", partial(day.courier, happen_))
        for name, happen_ in day.COURIER.items()
    ),
    Scene("setup-first-run", setup.first_run),
    Scene("setup-wrong-key", setup.wrong_key),
    Scene("setup-ready", setup.ready),
    Scene("setup-system-printer", setup.system_printer),
    Scene("setup-network-printer", setup.network_printer),
)
