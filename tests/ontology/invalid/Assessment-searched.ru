INSERT DATA { as:shared bs:comparesWith i:xb }
