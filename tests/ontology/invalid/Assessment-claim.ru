INSERT DATA { as:shared bs:assesses i:xa }
