"""The web application: `streamlit run streamlit_app.py`, or `actors-graph serve`."""

import streamlit as st

from actors_graph.ui import server
from actors_graph.ui.errors import on_script_error

app = st.App(
    server.SCRIPT,
    routes=server.routes(),
    middleware=server.middleware(),
    lifespan=server.lifespan,
    on_script_error=on_script_error,
)

if __name__ == "__main__":
    app.run()
