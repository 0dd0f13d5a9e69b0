DELETE WHERE { r:c schema:sha256 ?old } ;
INSERT DATA { r:c schema:sha256 "CCCC" }
