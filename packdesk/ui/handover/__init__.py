"""Hand-over: track numbers, tables of them, shipments, the courier's code, the status of DBS orders."""
