"""What the reader chose: shop, period, comparison, names shown or hidden, who they are. Imports cache and below."""
