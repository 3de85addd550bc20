"""The tour: packs the demo's day through the real window, by keys and mouse alone.

It knows the orders file as plain JSON and the window as a packer does, by what is shown.
"""
