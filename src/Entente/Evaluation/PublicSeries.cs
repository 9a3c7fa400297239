using Entente.Analysis.Shifts;
using Entente.Records;

namespace Entente.Evaluation;

/// <summary>Series in the public domain on which methods for change points have been compared for decades.</summary>
public static class PublicSeries
{
    /// <summary>Days between explosions in British coal mines that killed ten or more, from 15 March 1851 to 22 March 1962 (Jarrett 1979).</summary>
    private static readonly int[] DaysBetweenDisasters =
    [
        157, 123, 2, 124, 12, 4, 10, 216, 80, 12, 33, 66, 232, 826, 40, 12, 29, 190, 97, 65, 186, 23, 92, 197, 431, 16, 154, 95, 25, 19, 78, 202, 36, 110, 276, 16, 88, 225,
        53, 17, 538, 187, 34, 101, 41, 139, 42, 1, 250, 80, 3, 324, 56, 31, 96, 70, 41, 93, 24, 91, 143, 16, 27, 144, 45, 6, 208, 29, 112, 43, 193, 134, 420, 95, 125, 34,
        127, 218, 2, 0, 378, 36, 15, 31, 215, 11, 137, 4, 15, 72, 96, 124, 50, 120, 203, 176, 55, 93, 59, 315, 59, 61, 1, 13, 189, 345, 20, 81, 286, 114, 108, 188, 233, 28,
        22, 61, 78, 99, 326, 275, 54, 217, 113, 32, 388, 151, 361, 312, 354, 307, 275, 78, 17, 1205, 644, 467, 871, 48, 123, 456, 498, 49, 131, 182, 255, 194, 224, 566, 462,
        228, 806, 517, 1643, 54, 326, 1312, 348, 745, 217, 120, 275, 20, 66, 292, 4, 368, 307, 336, 19, 329, 330, 312, 536, 145, 75, 364, 37, 19, 156, 47, 129, 1630, 29,
        217, 7, 18, 1358, 2366, 952, 632,
    ];

    private static readonly int[] NileFlow =
    [
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840,
        874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845,
        944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746,
        919, 718, 714, 740,
    ];

    /// <summary>Disasters in British coal mines by year, 1851 to 1962: 191. The rate fell around 1890.</summary>
    public static CountSeries CoalDisasters()
    {
        var day = new DateOnly(1851, 3, 15);
        int[] counts = new int[112];
        counts[0] = 1;
        foreach (int days in DaysBetweenDisasters)
        {
            day = day.AddDays(days);
            counts[day.Year - 1851]++;
        }

        return CountSeries.Of(Period.Of(new DateOnly(1851, 1, 1), PeriodKind.Year), counts);
    }

    /// <summary>Yearly flow of the Nile at Aswan, 1871 to 1970, in hundred million cubic metres. It fell after 1898.</summary>
    public static CountSeries Nile() => CountSeries.Of(Period.Of(new DateOnly(1871, 1, 1), PeriodKind.Year), NileFlow);
}
