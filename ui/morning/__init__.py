"""The morning page as HTML, zone by zone, without Streamlit."""
