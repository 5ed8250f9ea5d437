"""The usual Streamlit page, for comparison: a workbook is read, grouped and drawn as six charts on every run.

`streamlit run benchmarks/usual_page.py` with the workbook's path in USUAL_FILE; `?charts=echarts` draws the same charts
by `st.echarts_chart`.
"""

import os

import pandas as pd
import plotly.express as px
import streamlit as st

DAYS = {"近7日": 7, "近30日": 30, "全年": 366}


def show_echarts(frame: pd.DataFrame, name: str) -> None:
    """A line by ECharts."""
    days = {"type": "category", "data": [str(day) for day in frame["统计日期"]]}
    values = {"type": "line", "data": frame[name].tolist()}
    st.echarts_chart({"title": {"text": name}, "xAxis": days, "yAxis": {"type": "value"}, "series": [values]})


st.set_page_config(layout="wide")
st.title("店铺日报")
frame = pd.read_excel(os.environ["USUAL_FILE"])
charts = list(frame.columns[1:])
days = DAYS[st.radio("期间", list(DAYS), index=1, horizontal=True)]
grouped = frame.groupby("统计日期", as_index=False)[charts].sum().tail(days)
columns = st.columns(2)
for at, name in enumerate(charts):
    with columns[at % 2]:
        if st.query_params.get("charts") == "echarts":
            show_echarts(grouped, name)
        else:
            st.plotly_chart(px.line(grouped, x="统计日期", y=name, title=name), key=name)
