DELETE WHERE { i:xa bs:hasKind ?old } ;
INSERT DATA { i:xa bs:hasKind kind:party }
