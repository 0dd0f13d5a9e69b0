DELETE WHERE { as:shared schema:about ?old } ;
INSERT DATA { as:shared schema:about i:ana }
