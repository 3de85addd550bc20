"""A shift at the table for the kill test: scans one after the other and tells each answer.

Run as a program: ``python -m tests.e2e.shift DATA_DIR HOW_MANY``. It opens the demo's largest
order, or goes on with what stands on the bench, types HOW_MANY product barcodes as a scanner and
prints, after each answer that the window shows, what lies packed; then it waits to be killed.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from packdesk.bootstrap.market_door import MarketDoor
from packdesk.bootstrap.program import Surroundings, build
from packdesk.logs import start_log
from packdesk.resource_files import resource
from packdesk.sandbox.keys import DEMO_KEY
from packdesk.sandbox.running import Sandbox
from packdesk.scanners.typist import Typist
from packdesk.settings import Settings
from packdesk.ui.clock import QtClock
from packdesk.ui.tour.sight import Sight


def largest(day: Path) -> tuple[str, str, str]:
    """The order with the most units of one unmarked good: order, item, barcode."""
    told = json.loads(day.read_text(encoding="utf-8"))
    count, order, item = max(
        (item["count"], str(order["orderId"]), str(item["id"]))
        for order in told["orders"]
        for item in order["items"]
    )
    assert count > 20
    return order, item, str(told["scans"][order][item]["ean"])


def main(folder: Path, how_many: int) -> int:
    day = resource("demo/day.json")
    order, item, ean = largest(day)
    app = QApplication([])
    with Sandbox(day) as sandbox:
        clock = QtClock()
        door = MarketDoor(sandbox.base_url, DEMO_KEY, clock.now, folder / "answers")
        around = Surroundings(folder, Settings(), "en", door, DEMO_KEY, None, start_log(folder))
        program = build(app, clock, around)
        window, typist = program.glass.window, Typist()
        sight = Sight(window)
        state = {"told": -1, "scans": 0}

        def look() -> None:
            told = sight.answers
            title = sight.order
            if order not in title:
                # On a slow machine the window may answer before it knows any order.
                if told != state["told"]:
                    state["told"] = told
                    typist.scan(window.windowHandle(), order)
                return
            if told == state["told"] and state["scans"]:
                return
            state["told"] = told
            label = window.findChild(QLabel, f"itemCount_{item}")
            assert label is not None
            count = label.text()
            print(json.dumps({"packed": count, "boxes": title}), flush=True)
            if state["scans"] < how_many:
                state["scans"] += 1
                typist.scan(window.windowHandle(), ean)
            else:
                print("waiting", flush=True)
                timer.stop()

        timer = QTimer()
        timer.timeout.connect(look)
        QTimer.singleShot(1500, lambda: timer.start(2))
        program.start()
        return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
