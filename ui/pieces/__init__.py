"""The recurring pieces of a page as HTML, without Streamlit. Imports nothing else of ui."""
