"""The frame around the screens: navigation, states, the band, the last scans."""
