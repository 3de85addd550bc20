"""The reception act as a PDF, in Latin letters: the standard PDF fonts have no others."""

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from packdesk.sandbox.shipments import Act

LINES_PER_PAGE = 45
LINE_MM = 5.5
LEFT_MM, TOP_MM = 20, 275


def act_pdf(act: Act) -> bytes:
    """One line per order; the same act gives the same bytes."""
    paper = BytesIO()
    canvas = Canvas(paper, pagesize=A4, invariant=True)
    canvas.setTitle(f"Reception act of shipment {act.shipment_id}")
    for start in range(0, len(act.orders), LINES_PER_PAGE):
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(
            LEFT_MM * mm,
            TOP_MM * mm,
            f"Reception act, shipment {act.shipment_id}, {act.day:%d.%m.%Y}",
        )
        canvas.setFont("Helvetica", 10)
        rows = enumerate(act.orders[start : start + LINES_PER_PAGE], start=start + 1)
        for line, (number, (order_id, parcels)) in enumerate(rows, start=2):
            words = f"{number}.  order {order_id}   parcels {parcels}"
            canvas.drawString(LEFT_MM * mm, (TOP_MM - line * LINE_MM) * mm, words)
        canvas.showPage()
    canvas.save()
    return paper.getvalue()
