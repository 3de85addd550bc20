"""What is true about packing, in plain Python: no Qt, no clock, no files, no network.

Glossary (the Market's and the packing table's words):

* *Order*: what the Market wants shipped; its *items* are positions, an item of ``count`` n is n
  *units*.
* *Box*: what goes on the way with one label. It holds whole units, or exactly one *part* of one
  unit that was split over several boxes.
* *Marking code*: what proves the origin of one unit (CIS, UIN, RNPT, GTD with the country).
* *Packing*: the state of one order at the table, a fold of *events*.
* *Layout*: what the Market is told about boxes, derived from a packing, never edited.
* *Submission*: the way of a confirmed layout to the Market and back as labels and a status.
"""
