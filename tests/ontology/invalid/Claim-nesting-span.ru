DELETE WHERE { c:promise bs:isEvidencedBy ?old } ;
INSERT DATA { c:promise bs:isEvidencedBy <https://w3id.org/bothsides/id/readout/a#char=38,65> }
