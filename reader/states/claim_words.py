"""Words around a statement that make it no plain fact, or tell of which time it speaks."""

import re

AMBIGUOUS = frozenset({"AES", "COE", "COMMONWEALTH", "EAC", "ECO", "ICC", "NAM", "OTS", "PIF"})
"""Organisations whose short name is also that of a cricket council, a fund, a federation."""
WRITTEN_OUT = re.compile(r"[A-ZÀ-ÝА-Я][a-zà-ÿа-я]{2,}")
OF_STATES = re.compile(
    r"(?i:\b(?:state|countr|nation|negara|pays|état|país|estado|стран|государств))"
)

# A plan, a denial, a condition.
DOUBT = re.compile(
    r"(?i:\b(?:whether|will|would|could|might|should|plans?|planned|wants?|hopes?|if|unless|until"
    r"|not|never|neither|nor|no\s+one|seeks?|expected|before|once|imagine|suppose|assuming"
    r"|apakah|akan|belum|tidak|bukan|bukanlah|ingin|berencana|berniat|bisa|dapat|jika|jikalau|kalau"
    r"|bila|apabila|andai|andaikan|seandainya|seolah(?:-olah)?|seakan(?:-akan)?|mungkin|mengancam"
    r"|berharap|kecuali|sebelum|segera|bakal|hendak|usul|usulan|rencana|nantinya|kelak"
    r"|va|vont|pourrait|si|souhaite|voudrait|pas|jamais|ni|avant|comme\s+si"
    r"|podría|quiere|desea|no|nunca|antes|va\s+a|ni|tampoco|hasta"
    r"|может|хочет|если|бы|не|ни|будет|планирует|до|прежде)\b)"
    r"|\bmay\b"
)
# Words by which a writer keeps a statement at a distance.
HEARSAY = re.compile(
    r"(?i:\b(?:in\s+all\s+but\s+name|de[\s-]facto|in\s+spirit|in\s+effect|effectively|virtually"
    r"|practically|praktis|ibarat|pratiquement|de\s+fait|prácticamente|фактически|практически|де-факто"
    r"|falsely|wrongly|incorrectly|mistakenly|erroneously|claim(?:s|ed|ing)?|alleged\w*|myth"
    r"|hoax|rumou?rs?|false|untrue|misleading"
    r"|keliru|salah(?!\s+satu)|hoaks|hoax|klaim|mengklaim|diklaim|rumor|kabar|isu|menuduh|konon"
    r"|faux|fausse(?:ment)?|à\s+tort|erronée?|prétend\w*|rumeurs?"
    r"|falso|falsa(?:mente)?|errónea(?:mente)?|equivocad\w+|rumor(?:es)?|bulo"
    r"|ложн\w+|ошибочн\w+|неверн\w+|якобы|слух\w*|будто)\b)"
)
# Words before a member that make it none, or not yet.
NO_MEMBER = re.compile(
    r"(?i:\b(?:former|aspiring|prospective|candidate|potential|future|would-be|onetime|one-time"
    r"|erstwhile|then|mantan|bekas|calon|para|menjadi|jadi"
    r"|ancien|ancienne|futur|antiguo|futuro|бывший|бывшая)[\s-]+$"
    r"|\b(?:former|aspiring|prospective|candidate|potential|future|would-be|mantan|bekas|calon)\b"
    r"|\b(?:non|ex)-?$)"
)
ABOUT = re.compile(
    r"\b(?:more than|over|nearly|almost|about|around|some|at least|up to|fewer than|less than"
    r"|another|other|only|lebih dari|hampir|sekitar|kurang dari|setidaknya|sedikitnya|plus de"
    r"|près de|environ|au moins|más de|casi|cerca de|unos|al menos|более|около|почти|свыше"
    r"|минимум)\s*$"
)
NOW = re.compile(
    r"\b(?:now|currently|today|presently|kini|sekarang|saat ini|hingga kini"
    r"|aujourd['’]hui|actuellement|désormais|actualmente|hoy|ahora|сейчас|сегодня|ныне)\b"
)
THEN = re.compile(
    r"(?i:\b(?:had|were|was|then|at the time|back then|originally|initially|founding|saat itu"
    r"|ketika itu|kala itu|waktu itu|awalnya|semula|tadinya|dulu|dahulu|mulanya|pendiri"
    r"|(?:saat|ketika|waktu)\s+(?:ber|di)diri(?:kan)?|à l['’]époque|initialement|à l['’]origine"
    r"|alors|entonces|originalmente|inicialmente|тогда|изначально|первоначально)\b)"
)
# A time in the past whose date is not told, or not told well enough.
LONG_AGO = re.compile(
    r"(?i:(?:18|19|20)\d0['’]?s\b|(?:18|19|20)?\d0-(?:an\b|х|е)|\bann[ée]es\s+\d|\baños\s+\d"
    r"|\b(?:last|previous)\s+(?:year|month|decade|century)\b|\bago\b|\bearlier\b|\bcold\s+war\b"
    r"|\b(?:tahun|bulan|dekade|abad)\s+(?:lalu|silam)\b|\bperang\s+dingin\b|\bera\b"
    r"|\bl['’]an(?:née)?\s+derni[eè]re?\b|\bil\s+y\s+a\b|\bguerre\s+froide\b"
    r"|\baño\s+pasado\b|\bhace\b|\bguerra\s+fría\b"
    r"|\bпрошл\w+|\bназад\b|\bхолодн\w+\s+войн\w+)"
)
LIST_ENDS = re.compile(
    r",?\s+(?:and|plus|dan|serta|et|y|и|as\s+well\s+as)\s+(?:the\s+|l['’]|la\s+)?Ⓞ"
    r"|\s*(?:[.;:)\]!?\"”»\n]|$|[—–]|-\s|,\s+(?:yang|dengan|sementara|ketika|sejak|who|which|with|while"
    r"|and\s+(?:has|was|is)|dan\s+(?:telah|berkantor|bermarkas)|qui|avec|que|con|котор)"
    r"|(?:yang|dengan|sejak|setelah|pada|semuanya|as\s+of|with|has|is|since|after|avec|depuis|con|desde)\b)"
)
# A list whose last name follows "and" has ended with it, unless more is added.
LIST_CLOSED = re.compile(
    r"(?:\band|\bdan|\bserta|\bet|\by|\be|\bи)\s+[^ⓈⓄ]{0,8}Ⓢ(?:\s*\([^()]*\))?\Z"
)
ADDED = re.compile(r"\s*,\s*(?:and|dan|serta|as\s+well|plus|bersama|et|ainsi|y|и|а\s+также|Ⓢ|Ⓞ|Ⓧ)")
# Before an organisation that is itself the subject of its sentence or clause.
SUBJECT_LEAD = re.compile(
    r"(?i:(?:^|[,.:;\"“”«(—–Ⓓ-]|\b(?:that|and|but|while|when|since|because|as|alliance|bloc|group"
    r"|organi[sz]ation|bahwa|dan|tetapi|tapi|namun|sementara|ketika|saat|karena|sejak|aliansi"
    r"|organisasi|blok|kelompok|pakta|perhimpunan|que|et|mais|y|pero|alianza|organización"
    r"|что|и|а|но|блок|альянс|организация"
    r"|now|currently|today|kini|sekarang|saat\s+ini|dewasa\s+ini|hingga\s+kini|aujourd['’]hui"
    r"|actuellement|actualmente|hoy|ahora|сейчас|сегодня))\s*(?:the|la|le|les|el|los|l['’])?\s*)\Z"
)
# The same before a state, in languages whose verbs do not tell a clause from a noun's complement.
STATE_LEAD = re.compile(
    SUBJECT_LEAD.pattern.removesuffix(r"\Z")
    + r"\Z|(?i:\b(?:setelah|sesudah|kemudian|lalu|selanjutnya|akhirnya|sedangkan|di\s*mana|negara"
    r"|mengatakan|menyebut|menyebutkan|tetangganya|после|поскольку|когда|затем|где)\s+)\Z"
)
# Before a state that is not the subject, in the other languages.
COMPLEMENT_LEAD = re.compile(
    r"(?i:(?:\b(?:of|from|in|by|for|with|to|between|outside|near|beyond|under|against|over|like"
    r"|about|on|at|de|du|des|dans|par|pour|avec|en|à|au|aux|entre|contre|con|por|para|del|al|sobre)"
    r"\s+|['’]s\s+|\bd['’])(?:(?:the|la|le|les|el|los|las)\s+|l['’])?)\Z"
)
# Before a state whose membership is told of a time, not of now.
WHEN = re.compile(
    r"(?i:\b(?:when|once|whenever|after|ketika|saat|kapan|setelah|quand|lorsque|une\s+fois|cuando|una"
    r"\s+vez|когда|после)\s+(?:que\s+)?(?:(?:the|la|le|les|el|los)\s+|l['’])?)\Z"
)
# Two names side by side: what follows is said of both, or of what stands between them.
JOINT = re.compile(
    r"[ⓄⓈⓍ]\)?(?:\s+(?:and|dan|serta|et|y|e|и)\s+|\s*[-–—/]\s*)"
    r"(?i:(?:the|la|le|les|el|los)\s+|l['’])?\Z"
)
# States in a row, the last of which is the subject that a pattern found.
ROW = re.compile(
    r"(?P<row>Ⓢ(?:\s*,\s*(?:the\s+|la\s+|le\s+|les\s+|l['’]|el\s+)?Ⓢ)*)\s*,?\s+"
    r"(?:and|dan|serta|et|y|e|и)\s+(?:the\s+|la\s+|le\s+|les\s+|l['’]|el\s+)?\Z"
)
# What may come between an organisation and its verb.
TO_VERB = re.compile(
    r"(?:\s*\([^()]*\))?(?:\s*[,–—]|\s+(?:which|that|who|is|was|has|now|currently|today|yang|kini|saat"
    r"|sekarang|telah|sudah|hanya|adalah|merupakan|didirikan|dibentuk|berdiri|sendiri|itu|ini"
    r"|tersebut|qui|est|a|fut|que|es|está|fue|сейчас|сегодня|founded|established|formed|created"
    r"|alliance|bloc|group|grouping|organi[sz]ation|union)\b|\s*$)"
)
# "the first member of NATO to ratify it" counts something else than members.
FIRST_TO = re.compile(
    r"\s*,?\s*(?:(?:in|within)\s+[^,.;]{1,20}\s+)?"
    r"(?:to|yang|untuk|à|en|que|qui|котор\w+|кто|whose|dengan|with)\b"
)
# After an organisation that ends a statement: nothing that it might be an attribute of.
ORG_ENDS = re.compile(
    r"\s*(?:$|[^\w\s'’+-]|[-–—]\s|[ⓄⓈⒹⓍ])|\s+(?:and|but|nor|while|which|who|that|since|in|on|at"
    r"|with|as|after|before|when|from|because|although|though|for|to|is|was|are|were|has|have|had"
    r"|by|under|during|along|alongside|also|too|today|now|despite|amid|following"
    r"|dan|atau|tetapi|tapi|namun|sedangkan|sementara|yang|sejak|pada|di|dengan|karena|sehingga"
    r"|setelah|ketika|saat|untuk|dari|oleh|sebagai|serta|maupun|juga|kini|bersama|meski|tersebut"
    r"|et|mais|ou|qui|que|depuis|en|avec|dans|au|aux|à|pour|car|puisque|lorsque|comme|sur|par"
    r"|après|sans|y|e|pero|o|desde|con|a|para|porque|como|por|tras|sin"
    r"|и|а|но|или|котор\w+|с|со|в|из|за|на|для|как|что|так|также|после)\b"
)
# After the date of a statement: it goes on to something else, or ends.
DATE_ENDS = re.compile(
    r"\s*(?:$|[^\w\s]|[-–—]\s)|\s+(?:год[ауе]?|г\.)(?:\s*(?:$|[^\w\s])|\s+(?:и|а|но|после|вместе)\b)"
    r"|\s+(?:and|but|while|which|after|following|when|along|alongside|together|despite|amid|becoming"
    r"|making|with|as\s+(?:its|the|a\s+full)|at|by|to|under|because|ending|dan|tetapi|tapi|namun"
    r"|itu|ini|tersebut|sementara|setelah|ketika|saat|karena|bersama|oleh|sebagai\s+anggota|lalu|kemudian|dengan|yang"
    r"|melalui|menyusul|meski|untuk|di|et|mais|après|avec|lorsque|par|à|y|pero|tras|con|cuando|por)\b"
)
# Standings that are no membership.
OTHER_STANDING = re.compile(
    r"(?i:\b(?:observer|partner|associate|candidate|guest|pengamat|peninjau|mitra|kandidat|calon"
    r"|observat\w+|partenaire|associé\w*|candidat\w*|observador\w*|socio|asociad\w+"
    r"|наблюдател\w+|партн[её]р\w*|кандидат\w*)\b)"
)
