# two claims on the same passage, each nested in the other
DELETE { c:promise bs:isEvidencedBy ?span } INSERT { c:promise bs:isEvidencedBy <https://w3id.org/bothsides/id/readout/a#char=0,36> ; bs:isNestedIn c:urge . c:urge bs:isNestedIn c:promise }
WHERE { c:promise bs:isEvidencedBy ?span }
