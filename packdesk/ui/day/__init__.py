"""The shipment day on the screen: shipments with their reception acts, and the couriers' codes."""
