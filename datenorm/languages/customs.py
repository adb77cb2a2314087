"""What one language has of its own: how it lays a date out, and names of months that CLDR does not list.

Layouts are in the pattern language of `layouts`. A language is here by the code CLDR has for it; where CLDR's own
patterns say all there is to say, it is not here.
"""

from datenorm.languages.layouts import month_styles

# Words a language puts around day, month and year, whatever CLDR's patterns do.
LAYOUTS = {
    "af": ("d N y", "o N y", "d ste N y", "X d N y"),
    "am": ("d N y", "N d ቀን y", "N d, y", "X, N d ቀን y", "N d ቀን y ዓ.ም."),
    "an": ("d de N de y", "d de N y"),
    "ar": ("d N، y", "d N y م", "X، d N، y", "يوم d N y", "d من N y", "X d N y م", "d N سنة y", "d N عام y", "X d N y", "d / M / y", "d/M/y م"),
    "ast": ("d de N de y", "d de N del y", "d 'd’'N 'de' y", "d 'd’'N 'del' y"),
    "az": ("d N y", "d N, y", "d N y-ci il", "d N y il", "y-ci il d N", "d N y, X"),
    "be": ("d N y г.", "d N y г", "d N y года", "d N, y", "X, d N y г.", "d N y"),
    "bg": ("d N y г", "d N y г.", "d N y година", "dd.MM.y г.", "d.M.y г", "X, d N y г."),
    "bn": ("d N, y", "d N y সাল", "o N y", "d N y সালে", "y সালের d N", "o N, y", "X, d N, y"),
    "br": ("d a viz N y", "d N y", "ar d a viz N y"),
    "bs": ("d. N y.", "dd.MM.y.", "d.M.y. godine", "d. N y. godine"),
    "ca": ("d de N de y", "d de N del y", "d 'd’'N 'de' y", "d 'd’'N 'del' y", "o de N de y", "d 'd'''N 'de' y", "el d de N de y", "X, d de N de y"),
    "ckb": ("d ی N ی y", "dی Nی y", "d N y"),
    "cs": ("d. N y", "d.N y", "d. M. y", "dne d. N y", "d.N.y", "X d. N y"),
    "cv": ("y ҫулхи N d-мӗшӗ", "y ҫ. N d", "d N y"),
    "cy": ("d N y", "o N y", "d 'o' N y", "X, d N y"),
    "da": ("d. N y", "den d. N y", "d.N y", "d. N, y", "X den d. N y", "X d. N y"),
    "de": ("d. N y", "d.N y", "d.N.y", "den d. N y", "X, den d. N y", "X den d. N y", "X, d. N y", "d. N ''yy", "der d. N y", "d.N.yy", "d.N ''yy",
           "X, d.N.y", "d. N im Jahr y", "X d.M.y", "X, den d.M.y"),
    "dsb": ("d. N y", "d.N y"), "hsb": ("d. N y", "d.N y"),
    "el": ("d N y", "o N y", "X d N του y", "d του N y", "X, d N y"),
    "en": ("o day of N, y", "o of N, y", "the o N y", "N the o, y", "d N in the year y", "N of d, y", "this o day of N, y", "d of N, y", "X the o of N, y",
           "N the d, y", "d day of N y", "X o N y", "the o of N in the year y"),
    "eo": ("la d-a de N y", "d-a de N y", "la o de N y", "X, d-a de N y"),
    "es": ("d de N de y", "d de N del y", "d de N y", "d N de y", "el d de N de y", "d de N del año y", "N d de y", "X d de N de y", "o de N de y",
           "X, d de N de y", "X, d de N del y", "d de N, y", "d de N del ''yy", "d de N de yy"),
    "et": ("d. N y", "d. N y. a.", "X, d. N y", "d. N y. aasta", "d.N y"),
    "eu": ("y 'ko' N d", "y'(e)ko' N'ren' d'a'", "y. 'urteko' N d", "y'ko' N'ren' d'a'", "y'ko' N'ren' d'an'", "y'eko' N'ren' d'a'", "y'ko' N'k' d",
           "y'ko' N d", "y N d", "y'ko' N'ren' d, X", "N'ren' d'a', y", "y'eko' N'ren' d'an'"),
    "fa": ("d N y", "d N سال y", "y/M/d میلادی", "X d N y", "d N، y", "d N ماه y", "X، d N y", "d Nِ y", "y N d"),
    "fi": ("d. N'ta' y", "d. N y", "d.M.y", "N'n' d. y", "d. N'na' y", "X d. N'ta' y", "X d. N y", "d.N y", "N'n' d. 'päivä' y"),
    "fil": ("ika-d ng N y", "ika-d ng N, y", "d ng N y", "N d, y", "d N y", "X, ika-d ng N y"), "ceb": ("N d, y", "ika-d sa N y"),
    "fo": ("d. N y", "d.N y", "X d. N y"),
    "fr": ("le d N y", "o N y", "le o N y", "d N de l’an y", "X le d N y", "d N 'de' 'l''an' y", "X o N y", "X le o N y", "le X d N y", "d, N y"),
    "fur": ("d di N dal y", "d N y"),
    "fy": ("d N y", "de o fan N y"),
    "ga": ("d N y", "an d N y", "d de N y", "an o lá de N y", "X d N y"),
    "gd": ("d'mh' 'dhen' N y", "d N y", "d 'dhen' N y"),
    "gl": ("d de N de y", "d 'de' N 'do' y", "d de N y", "X, d de N de y", "X, d 'de' N 'do' y"),
    "gu": ("d N, y", "d-N-y", "તા. d N y", "d N y", "X, d N, y", "તા. dd-MM-y"),
    "ha": ("d N, y", "d ga N, y", "d ga watan N, y", "d ga watan N y"),
    "he": ("d בN y", "ה-d בN y", "d N y", "X ה-d בN y", "ב-d בN y", "d בN, y", "X, d בN y", "יום X, d בN y", "d לN y", "d בN ''yy"),
    "hi": ("d N, y", "सन् y d N", "y के d N", "o N y", "d N y", "X, d N y", "d N सन y", "दिनांक d N y"),
    "hr": ("d. N y.", "d. N y. godine", "dd.MM.y.", "d. M. y.", "X, d. N y.", "d.N y.", "X d N y", "d N y"),
    "hu": ("y. N d.", "y. N d-én", "y. N d", "y. MM. dd.", "y.MM.dd.", "y N d.", "y. N d., X", "y N d", "y. N o", "N d., y", "y. N d. X", "y.N.d."),
    "hy": ("d N, y թ.", "y թ. N d", "y թ. N d-ին", "y թվականի N d", "y թվականի N o", "d N y թ.", "N d, y", "y թ. Nի d"),
    "id": ("d N y", "tanggal d N y", "X, d N y", "tgl d N y", "tgl. d N y", "X d N y", "X tanggal d N y"),
    "ig": ("d N y", "ụbọchị d N y"), "is": ("d. N y", "d. N, y", "X, d. N y", "d.N y", "X d. N y"),
    "it": ("d N y", "il d N y", "o N y", "il d N del y", "X d N y", "'l’'d N y", "d N del y", "lì d N y", "X, d N y", "d/N/y", "'l'''d N y"),
    "ka": ("d N, y", "y 'წლის' d N", "d N y 'წელი'", "y წ. d N", "d N y", "y წელი, d N", "d N y წ.", "X, d N, y", "y წლის o N", "d.N.y"),
    "kk": ("y ж. d N", "d N y ж.", "y 'жылғы' d N", "y жыл d N", "y жылдың d Nы", "d N y", "y ж. d N, X", "d N, y ж."),
    "km": ("d N y", "ថ្ងៃទី d N y", "ថ្ងៃទី d ខែN ឆ្នាំ y", "ទី d ខែ N ឆ្នាំ y", "ថ្ងៃX ទី d ខែ N ឆ្នាំ y", "ថ្ងៃX ទី d N y"),
    "kn": ("d N y", "N d, y", "d N, y", "y N d", "X, d N, y", "ದಿನಾಂಕ d N y"),
    "ku": ("d'ê' N'a' y'an'", "d N y", "d'ê' N'ê' y"),
    "ky": ("y-ж., d-N", "y-жыл, d-N", "d-N, y-жыл", "d-N y", "d-N, y", "y-жылдын d-Nы", "d N y"),
    "la": ("d N anno y", "die d N y", "die d N anno y"),
    "lb": ("d. N y", "de d. N y", "X, den d. N y", "den d. N y"),
    "lo": ("d N y", "ວັນທີ d N y", "ວັນທີ d ເດືອນN y", "ວັນX ທີ d N ຄ.ສ. y", "d ເດືອນ N ປີ y"),
    "lt": ("y 'm'. N d 'd'.", "y 'm'. N d", "y N d", "y 'm'. N d 'diena'", "y 'metų' N d 'd'.", "N d 'd'., y", "y 'm'. N d 'd'., X", "d N y"),
    "lv": ("y. 'gada' d. N", "d. N y", "y.g. d. N", "d.N y. 'gadā'", "X, y. 'gada' d. N", "y. gadā d. N", "y.gada d.N", "d. N, y"),
    "mi": ("d N y", "'te' d 'o' N y", "d 'o' N y"),
    "mk": ("d N y г.", "d N y година", "X, d N y", "d-ти N y", "dd.MM.y г."),
    "ml": ("y N d", "d N y", "N d, y", "y, N d", "y N d, X", "d N, y", "തീയതി d N y"),
    "mn": ("y оны N d", "y оны M сарын d", "y.MM.dd", "y оны M-р сарын d", "y оны MM сарын dd", "y оны M-р сарын d-ны өдөр",
           "y оны M сарын d-ний өдөр", "y оны N d, X", "y он M сар d"),
    "mr": ("d N, y", "d N y रोजी", "d N y", "X, d N, y", "दि. d N y", "दिनांक d N y"),
    "ms": ("d N y", "X, d N y", "d'hb' N y", "pada d N y"),
    "mt": ("d ta’ N y", "d 'ta''' N y", "d ta’ N, y", "X, d ta’ N y"),
    "my": ("y၊ N d", "d N y", "y ခုနှစ် N လ d ရက်", "y ခုနှစ်၊ N d ရက်", "y၊ N d၊ X", "d-N-y"),
    "ne": ("y N d", "d N y", "y साल N d गते", "N d, y", "y N d, X", "सन् y N d"),
    "nl": ("d N y", "o N y", "den d N y", "X d N y", "de o N y", "d N ''yy", "de o van N y", "X, d N y"),
    "no": ("d. N y", "den d. N y", "d. N, y", "X den d. N y", "d.N y", "X d. N y"),
    "oc": ("d de N de y", "lo d de N de y", "d 'd’'N 'de' y", "X d de N de y"),
    "or": ("d N y", "N d, y", "d N, y", "X, d N y"),
    "pa": ("d N y", "d N, y", "N d, y", "X, d N y", "ਮਿਤੀ d N y"),
    "pl": ("d N y r.", "d N y roku", "d N y r", "dd.MM.y r.", "dnia d N y r.", "X, d N y r.", "d. N y", "X d N y", "d-go N y", "dn. d N y r."),
    "ps": ("د y د N d", "y د N d", "d N y", "X د y د N d"),
    "pt": ("d de N de y", "d de N y", "o de N de y", "d N de y", "d 'de' N 'do' 'ano' 'de' y", "X, d de N de y", "d de N, y", "dia d de N de y", "aos d de N de y",
           "X, o de N de y", "d de N de yy", "d/N/y", "X d de N de y", "em d de N de y"),
    "rm": ("d da N y", "ils d da N y", "ils d da N, y", "X, ils d da N y"),
    "ro": ("d N y", "d N anul y", "la d N y", "data de d N y", "X, d N y", "d N, y", "X d N y"),
    "ru": ("d N y г.", "d N y г", "d N y года", "d N y год", "o N y", "d-го N y", "dd.MM.y г.", "N d, y г.", "«d» N y г.", "X, d N y г.", "X, d N y", "d N, y",
           "X d N y года", "o N y года", "d.N.y", "\"d\" N y г."),
    "sc": ("d de N de su y", "d de N y"), "scn": ("d di N y", "d di N dû y"),
    "sd": ("d N y", "y N d", "d N، y"), "se": ("N d. b. y", "N d b. y"),
    "si": ("y N d", "y N d වන දා", "d N y", "N d, y", "y N d, X", "y N මස d"),
    "sk": ("d. N y", "dňa d. N y", "d. M. y", "X d. N y", "d.N y", "d. N, y"),
    "sl": ("d. N y", "dne d. N y", "d. M. y", "X, d. N y", "d.N.y", "d. N, y", "d.N y"),
    "so": ("d N y", "N d, y", "d-N-y", "X, N d, y", "X, d N y", "d bisha N y"),
    "sq": ("d N y", "më d N y", "datë d N y", "e X, d N y", "më datë d N y", "d N, y"),
    "sr": ("d. N y.", "d. N y. 'године'", "dd.MM.y.", "X, d. N y.", "d. N y", "d. N y. godine", "d.N.y."),
    "sv": ("den d N y", "d N y", "den o N y", "X den d N y", "X d N y", "d:e N y", "den d:e N y"),
    "sw": ("d N y", "tarehe d N y", "d ya N y", "N d, y", "X, d N y", "tarehe d mwezi wa N y", "tarehe d N, y"),
    "ta": ("d N, y", "N d, y", "y N d", "d N y", "d-N-y", "X, d N, y", "y ஆம் ஆண்டு N d", "N d, y, X", "y-ஆம் ஆண்டு N மாதம் d"),
    "te": ("d N y", "d, N y", "y N d", "d N, y", "N d, y", "X, d N, y", "y సంవత్సరం N d", "తేదీ d N y"),
    "tg": ("d N y", "d Nи y", "d N соли y", "d Nи соли y", "X, d Nи соли y"),
    "th": ("d N y", "วันที่ d N y", "วันXที่ d N y", "d N ค.ศ. y", "วันที่ d N ค.ศ. y", "d เดือนN y", "d เดือน N y", "วันที่ d เดือนN y", "วันที่ d เดือน N ปี y", "d N ปี y",
           "X d N y", "วันX ที่ d N y", "วันX ที่ d เดือนN ค.ศ. y", "d เดือนN, y", "N d, y", "เดือนN d, y", "วันXที่ d เดือน N y", "X ที่ d N y"),
    "ti": ("d N y", "N d መዓልቲ y", "X፣ d N y"),
    "tk": ("d N y", "y-'nji' 'ýylyň' d-'nji' N'y'", "d-'nji' N y", "d N y X"),
    "tr": ("d N y", "d N y X", "y yılı d N", "d N X y", "d N y günü", "d N, y", "d N, X, y", "y yılının d N", "d N y X günü"),
    "tt": ("d N, y ел", "d N y", "y елның d N", "d N y ел, X"),
    "ug": ("d-N، y", "y-يىل d-N", "d-N y", "y-يىلى d-N"),
    "uk": ("d N y р.", "d N y року", "d N y рік", "o N y", "d-го N y", "dd.MM.y р.", "X, d N y р.", "X, d N y", "d N, y", "o N y року", "«d» N y р.", "d N y р"),
    "ur": ("d N، y", "d N، y ء", "d N y ء", "d N y", "X، d N، y", "بتاریخ d N y"),
    "uz": ("d-N y", "y-yil d-N", "d-N, y", "y-yil, d-N", "d-N, y-yil", "X, d-N, y", "y yil d N", "d N y", "y йил d N", "y-йил d-N"),
    "vi": ("'ngày' d 'tháng' M 'năm' y", "d 'tháng' M 'năm' y", "'ngày' d/M/y", "d 'tháng' M, y", "'Ngày' dd 'tháng' MM 'năm' y", "'ngày' d 'tháng' M y",
           "X 'ngày' d 'tháng' M 'năm' y", "'tháng' M 'ngày' d 'năm' y", "ngày d N năm y", "d N năm y", "d N y", "N d, y", "dd N y", "X, d N, y", "X, ngày d N năm y",
           "ngày k N năm y", "X, 'ngày' d/M/y", "ngày d-M-y", "d 'tháng' M 'năm', y", "d 'th'M y", "'ngày' d 'th' M, y", "ngày dd.MM.y"),
    "wo": ("d N, y", "d N y", "d 'fan' 'ci' N y"), "xh": ("d N y", "N d, y", "y N d", "X, d N y"),
    "yi": ("דעם dטן N y", "dטן N y", "d טן N y", "X, דעם dטן N y"),
    "yo": ("d N y", "ọjọ́ d N y", "N d, y"), "zu": ("d N y", "N d, y", "X, N d, y", "ngomhla ka d N y", "X d N y", "zingu-d N y"),
}  # fmt: skip
LAYOUTS |= {"nb": LAYOUTS["no"], "nn": LAYOUTS["no"], "tl": LAYOUTS["fil"]}

CHINESE = (
    "y年M月d日", "y年MM月dd日", "y年 M月 d日", "y 年 M 月 d 日", "y年M月d", "yy年M月d日", "C年K月J日", "C年K月J", "y年K月d日", "C年M月d日",
    "y.M.d", "y年M月d號", "y年M月d号", "G y年M月d日", "Gy年M月d日", "y年M月d日X", "y年M月d日(X)", "y年M月d日（X）", "y年M月d日 X", "y/M/d(X)",
    "于y年M月d日", "C年，K月J号", "C年K月J日X", "y年M月d日，X", "y年M月d号X", "C年K月J號", "C年K月J号", "公元y年M月d日", "西元y年M月d日", "西暦y年M月d日", "y年M月d日 (X)",
    "y/MM/dd（X）", "X y年M月d日", "C年, K月J日", "y 年 K 月 d 日", "公元C年K月J日", "y年，M月d日", "X，y年M月d日", "y-M-d X", "C年K月J日 X", "y年M月第d日",
)  # fmt: skip
CHINESE_PARTIAL = (
    "y年M月", "C年K月", "y年", "M月d日", "K月J日", "M月d日X", "M月d号", "y年K月", "M月d", "M月d日(X)", "K月J號", "K月J号", "C年", "M月d號", "M 月 d 日", "y 年 M 月",
    "M月d日（X）", "公元y年", "西暦y年M月", "M月第d日",
)  # fmt: skip
KOREAN = (
    "y년 M월 d일", "y년M월d일", "y년 MM월 dd일", "y. M. d.", "y. M. d", "yy년 M월 d일", "y년 M월 d일 X", "y년 M월 d일(X)", "y년 M월 d일 (X)", "X, y년 M월 d일",
    "서기 y년 M월 d일", "y.MM.dd.", "y.M.d(X)", "y년 M월 k일", "''yy년 M월 d일", "y. MM. dd. X",
)  # fmt: skip
KOREAN_PARTIAL = (
    "y년 M월",
    "y년",
    "M월 d일",
    "M월d일",
    "M월 d일 X",
    "M월 d일(X)",
    "yy년 M월",
    "y년M월",
    "M월 k일",
)

# Twelve names in use beside CLDR's, as a row.
MONTH_ROWS = {
    "nl": ("louwmaand", "sprokkelmaand", "lentemaand", "grasmaand", "bloeimaand", "zomermaand", "hooimaand", "oogstmaand", "herfstmaand", "wijnmaand",
           "slachtmaand", "wintermaand"),
    "qu": ("qulla puquy", "hatun puquy", "pauqar waray", "ayriwa", "aymuray", "inti raymi", "anta sitwa", "qhapaq sitwa", "uma raymi", "kantaray",
           "ayamarqʼa", "kapaq raymi"),
    "si": ("ජනවාරි", "පෙබරවාරි", "මාර්තු", "අප්‍රේල්", "මැයි", "ජූනි", "ජූලි", "අගෝස්තු", "සැප්තැම්බර්", "ඔක්තෝබර්", "නොවැම්බර්", "දෙසැම්බර්"),
    "so": ("Kob", "Lab", "Sad", "Afr", "Sha", "Lix", "Tod", "Sid", "Sag", "Tob", "KIT", "LIT"),
    "vi": ("tháng một", "tháng hai", "tháng ba", "tháng tư", "tháng năm", "tháng sáu", "tháng bảy", "tháng tám", "tháng chín", "tháng mười", "tháng mười một",
           "tháng mười hai"),
    "xh": ("eyoMqungu", "eyoMdumba", "eyoKwindla", "uTshazimpuzi", "uCanzibe", "eyeSilimela", "eyeKhala", "eyeThupa", "eyoMsintsi", "eyeDwarha", "eyeNkanga",
           "eyoMnga"),
    "zu": ("uMasingana", "uNhloja", "uNdasa", "uMbasa", "uNhlaba", "uNhlangulana", "uNtulikazi", "uNcwaba", "uMandulo", "uMfumfu", "uLwezi", "uZibandlela"),
    "hi": ("जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितम्बर", "अक्टूबर", "नवम्बर", "दिसम्बर"),
    "bn": ("জানুয়ারী", "ফেব্রুয়ারী", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগষ্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর"),
    "ar": ("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"),
}  # fmt: skip

# Single names in use beside CLDR's: language -> month number -> names.
NAMES_BEYOND = {
    "bg": {1: ["ян"], 9: ["септ"], 11: ["ноем"], 12: ["дек"]},
    "cs": {1: ["led"], 2: ["úno"], 3: ["bře"], 4: ["dub"], 5: ["kvě"], 6: ["čvn"], 7: ["čvc"], 9: ["zář"], 10: ["říj"], 11: ["lis"]},
    "de": {1: ["Jänner", "Jän", "Jaenner", "Hartung"], 2: ["Feber"], 3: ["Mrz", "Maerz", "Mär"], 6: ["Juno"], 7: ["Julei"], 9: ["Sept"]},
    "en": {1: ["Janu", "Jany"], 2: ["Febr"], 4: ["Apl"], 6: ["Jne"], 7: ["Jly"], 8: ["Augt"], 9: ["Sept", "Sept.", "Septr"], 10: ["Octr"],
           11: ["Novr"], 12: ["Decr"]},
    "es": {1: ["ene"], 8: ["ago"], 9: ["setiembre", "set", "sept"], 12: ["dic"]},
    "fi": {1: ["tammikuun", "tammik", "tam"], 2: ["helmik", "hel"], 3: ["maalisk", "maa"], 4: ["huhtik", "huh"], 5: ["toukok", "tou"], 6: ["kesäk", "kes"],
           7: ["heinäk", "hei"], 8: ["elok", "elo"], 9: ["syysk", "syy"], 10: ["lokak", "lok"], 11: ["marrask"], 12: ["jouluk", "jou"]},
    "fr": {1: ["janv", "jan"], 2: ["fév", "fev", "févr"], 4: ["avr"], 7: ["juil", "jul"], 8: ["aou"], 9: ["sept", "sep"], 12: ["déc", "dec"]},
    "hi": {10: ["अक्तूबर", "अक्तू"]},
    "it": {1: ["genn"], 5: ["magg"], 6: ["giu"], 7: ["lugl"], 9: ["sett"], 10: ["ott"], 12: ["dic"]},
    "nl": {2: ["febr"], 3: ["mrt", "maa"], 9: ["sept"]},
    "no": {9: ["sept"], 12: ["des"]}, "nb": {9: ["sept"], 12: ["des"]},
    "pl": {1: ["stycznia", "stycz"], 5: ["maja", "maj"], 9: ["wrz", "wrzes"], 10: ["paźdz"], 11: ["listop"]},
    "pt": {2: ["fev"], 9: ["set"], 10: ["out"], 12: ["dez"]},
    "ro": {1: ["ian"], 5: ["mai"], 9: ["sept"], 11: ["noi", "noiem"]},
    "ru": {1: ["янв"], 2: ["февр", "фев"], 3: ["мар"], 5: ["мая"], 6: ["июн"], 7: ["июл"], 9: ["сент", "сен"], 11: ["нояб", "ноя"]},
    "sv": {9: ["sept"]},
    "tr": {1: ["oca"], 2: ["şub", "sub"], 5: ["mayis"], 8: ["agu", "ağu"], 11: ["kas"]},
    "si": {1: ["ජන"], 2: ["පෙබ"], 3: ["මාර්"], 8: ["අගෝ"], 9: ["සැප්"], 10: ["ඔක්"], 11: ["නොවැ"], 12: ["දෙසැ"]},
    "uk": {1: ["січ"], 2: ["лют"], 3: ["бер"], 4: ["квіт", "кві"], 5: ["трав", "тра"], 6: ["черв", "чер"], 7: ["лип"], 8: ["серп", "сер"], 9: ["вер"],
           10: ["жовт", "жов"], 11: ["лист", "лис"], 12: ["груд", "гру"]},
}  # fmt: skip


def names_beyond(language: str, row: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return copies of `row` with the language's colloquial names put in, and its rows of other names."""
    extra = NAMES_BEYOND.get(language, {})
    count = max((len(names) for names in extra.values()), default=0)
    copies = [
        tuple(
            extra[month][index % len(extra[month])] if month in extra else row[month - 1]
            for month in range(1, 13)
        )
        for index in range(count)
    ]
    return copies + month_styles(MONTH_ROWS.get(language, ()), language)
